using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>Which mutant of the kernels that run on this thread is alive; all of a kernel's mutants are compiled together. Called by their text.</summary>
public static class MutantSwitch
{
    [ThreadStatic]
    private static int active;

    [ThreadStatic]
    private static HashSet<int>? reached;

    /// <summary>Whether the place has its mutated text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Is(int mutant)
    {
        reached?.Add(mutant);
        return mutant == active;
    }

    /// <summary>Runs with one mutant.</summary>
    internal static T With<T>(int mutant, Func<T> run)
    {
        active = mutant;
        try
        {
            return run();
        }
        finally
        {
            active = 0;
        }
    }

    /// <summary>The mutants whose places are reached, while none is alive.</summary>
    internal static HashSet<int> ReachedBy(Action run)
    {
        reached = [];
        try
        {
            run();
            return reached;
        }
        finally
        {
            reached = null;
        }
    }
}
