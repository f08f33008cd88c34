using System;
using System.Globalization;
using System.Linq;

namespace LossGen.Kernels.Tests.Mutants;

/// <summary>
/// Tries mutants in a process of their own, since some of them end it: the test assembly's entry point, which no test runner calls.
/// Each mutant is a line before it is tried and a line after.
/// </summary>
internal static class MutantProcess
{
    public const string Command = "mutants";

    public static int Main(string[] args)
    {
        if (args is not [Command, var file, .. var rest] || rest.Length != 3)
        {
            Console.Error.WriteLine("Run the tests with 'dotnet test'. This entry point is the tests' own: mutants FILE KERNEL FROM STRIDE.");
            return 2;
        }

        int[] numbers = [.. rest.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture))];
        (int index, int from, int stride) = (numbers[0], numbers[1], numbers[2]);

        var kernel = MutantKernels.All[index];
        var assembly = MutatedAssembly.Of(kernel, file);
        var check = MutantCheck.Of(kernel, assembly.Assembly);
        var reached = MutantSwitch.ReachedBy(() => Sound(check.Fault() ?? (OperatingSystem.IsLinux() ? check.FaultBetweenPages() : null)));

        // Bodies for other vectors are tried where they run.
        Mutant[] all = [.. assembly.Mutants.Where(mutant => reached.Contains(mutant.Id))];
        Line("KERNEL", all.Length, assembly.Mutants.Count, assembly.NotCompiled);
        foreach (var mutant in all.Where((mutant, i) => i % stride == index % stride && mutant.Id >= from))
        {
            Line("TRY", mutant.Id, mutant.Kind);
            bool isKilled = MutantSwitch.With(mutant.Id, () => IsKilled(check));
            Line("RESULT", mutant.Id, mutant.Kind, isKilled ? "killed" : HarmlessMutants.Reason(mutant) is not null ? "harmless" : "alive", mutant);
        }

        Line("END");
        return 0;
    }

    private static void Sound(string? fault)
    {
        if (fault is not null)
        {
            throw new InvalidOperationException("The kernel itself: " + fault);
        }
    }

    private static void Line(params object[] parts) => Console.Out.WriteLine(string.Join('\t', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture))));

    /// <summary>Whether a check fails, or the mutant throws.</summary>
    private static bool IsKilled(MutantCheck check)
    {
        try
        {
            return (check.Fault() ?? (OperatingSystem.IsLinux() ? check.FaultBetweenPages() : null)) is not null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return true;
        }
    }
}
