using System;
using System.Diagnostics;
using System.Linq;

namespace LossGen.Benchmarks.Quick;

/// <summary>Times several things in turn and keeps the best of each, so that a noisy machine disturbs all alike.</summary>
internal static class Stopwatches
{
    // What is returned must be used, or the JIT leaves out the work.
    private static float sink;

    /// <summary>Nanoseconds of each, the best of several rounds; after a warm-up that lets the JIT finish.</summary>
    public static double[] Best(TimeSpan budget, params Func<float>[] contestants)
    {
        foreach (var contestant in contestants)
        {
            WarmUp(contestant);
        }

        double[] best = [.. contestants.Select(_ => double.PositiveInfinity)];
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < 7 || Stopwatch.GetElapsedTime(start) < budget; round++)
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                long begin = Stopwatch.GetTimestamp();
                sink += contestants[i]();
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(begin).TotalNanoseconds);
            }
        }

        return best;
    }

    // Tier 1 is compiled in the background once nothing new has been compiled for a while, and calls after that have been counted; loops are
    // replaced on the stack earlier. A contestant that calls a kernel with one row measures that, too.
    private static void WarmUp(Func<float> contestant)
    {
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 40; i++)
            {
                sink += contestant();
            }

            System.Threading.Thread.Sleep(120);
        }
    }
}
