using System;
using System.Diagnostics;
using Digits.Model;

namespace Digits.Training;

/// <summary>Times the loss kernel alone, on the logits of the trained model.</summary>
internal static class KernelSpeed
{
    private static readonly TimeSpan Warmup = TimeSpan.FromMilliseconds(300);

    /// <summary>Rows per second in the best of several runs of about 50 ms.</summary>
    public static double Measure(float[] logits, int[] labels)
    {
        var gradient = new float[logits.Length];
        int calls = 0;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Warmup; calls++)
        {
            DigitLoss.LossAndGradient(logits, labels, gradient);
        }

        calls = Math.Max(1, calls / 6);
        double best = 0;
        for (int run = 0; run < 7; run++)
        {
            var watch = Stopwatch.StartNew();
            for (int call = 0; call < calls; call++)
            {
                DigitLoss.LossAndGradient(logits, labels, gradient);
            }

            best = Math.Max(best, (double)calls * labels.Length / watch.Elapsed.TotalSeconds);
        }

        return best;
    }
}
