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

    // Tier 1 is compiled in the background after 30 calls; loops are replaced on the stack earlier.
    private static void WarmUp(Func<float> contestant)
    {
        for (int i = 0; i < 40; i++)
        {
            sink += contestant();
        }

        System.Threading.Thread.Sleep(120);
        for (int i = 0; i < 10; i++)
        {
            sink += contestant();
        }
    }
}
