using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Oracle.Losses;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests;

/// <summary>Row losses and gradients of float kernels against the oracle, within the bounds that docs/accuracy.md promises.</summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    private static readonly int[] ClassCounts = [.. Enumerable.Range(1, 40), 63, 64, 65, 100, 127, 128, 129, 255, 256, 257, 1000, 1024, 4099, 32000];
    private static readonly double[] Scales = [1e-3, 1, 30, 1e3, 1e30];

    public static TheoryData<string> Schedules => new() { string.Empty, "LanePerRow", "RowBlock", "RowStream", "AtRunTime", "Strided", "StridedAtRunTime" };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Row_losses_and_gradients_are_within_the_promised_ulps(string? schedule)
    {
        int[] counts = schedule switch
        {
            null or "" => ClassCounts,
            "AtRunTime" => [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 257, 1000, 4099, 32000],
            "Strided" or "StridedAtRunTime" => [.. Enumerable.Range(1, 20), 31, 64, 65, 100, 257, 1000, 4099],
            _ => [.. ClassCounts.Where(k => k <= 65)],
        };
        var form = new KernelCase(0) { Returns = "void" }.InForm(ref schedule);
        var kernels = KernelAssembly.Of(counts.Select(k => form with { Classes = k }), schedule, Widths.Here);
        var worst = new Worst();
        foreach (int classes in counts)
        {
            var kernel = kernels.Get<float, int>(form with { Classes = classes });
            foreach (var kind in Enum.GetValues<Rows>())
            {
                foreach (double scale in kind is Rows.Normal1 or Rows.Tied ? Scales : [1.0])
                {
                    Check(kernel, Batch.Of(classes, RowsFor(classes, kind), kind, scale), worst);
                }
            }
        }

        output.WriteLine(worst.ToString());
        worst.Problems.ShouldBeEmpty();
        worst.ToString().ShouldNotBeEmpty("Nothing was measured.");
    }

    /// <summary>Enough rows for every lane, a full block and a tail, and for every class to be ahead once; fewer where a row is long.</summary>
    private static int RowsFor(int classes, Rows kind) =>
        kind == Rows.Leading && classes <= 260 ? Math.Max(classes, 33) : classes <= 65 ? 33 : classes <= 1024 ? 7 : 2;

    private static void Check(Kernel<float, int> kernel, Batch batch, Worst worst)
    {
        float[] losses = new float[batch.Count];
        float[] gradient = new float[batch.Logits.Length];
        kernel(batch.FloatLogits, batch.Targets, gradient, losses, default, default);
        for (int row = 0; row < batch.Count; row++)
        {
            var reference = new SoftmaxRow(batch.FloatRow(row));
            int target = batch.Targets[row];
            worst.Loss(losses[row], reference, target);
            for (int k = 0; k < batch.Classes; k++)
            {
                worst.Gradient(gradient[(row * batch.Classes) + k], reference, k, target);
            }
        }
    }

    /// <summary>The worst error of each kind, in ulps beyond which the gap's share begins, and every violation.</summary>
    private sealed class Worst
    {
        private readonly Dictionary<string, double> worst = new(StringComparer.Ordinal);

        public List<string> Problems { get; } = [];

        public void Loss(float actual, SoftmaxRow row, int target)
        {
            double bound = row.Others >= 0.5 ? 4 : 4 + row.MeanGap;
            string kind = row.Others >= 0.5 ? "loss, r >= 1/2" : "loss, r < 1/2, less the gap";
            Note(kind, actual, row.NegLogP(target), bound, row.Others >= 0.5 ? 0 : row.MeanGap, row.Logits.Length * Math.Pow(2, -126), row);
        }

        public void Gradient(float actual, SoftmaxRow row, int k, int target)
        {
            if (k == target)
            {
                Note("target's gradient, less the gap", actual, -row.Q(k), 6 + row.MeanGap, row.MeanGap, 0, row);
            }
            else
            {
                double gap = Math.Min(row.Gap(k), 1000);
                Note("other gradients, less the gap", actual, row.P(k), 6 + gap, gap, 0, row);
            }
        }

        public override string ToString() => string.Join("\n", worst.Select(pair => FormattableString.Invariant($"{pair.Key}: {pair.Value:F2} ulp")));

        private void Note(string kind, float actual, double expected, double bound, double gap, double absolute, SoftmaxRow row)
        {
            double error = FloatUlp.Error(actual, expected);
            worst[kind] = Math.Max(worst.GetValueOrDefault(kind), error - gap);
            if (error > bound && !(Math.Abs(actual - expected) <= absolute) && Problems.Count < 20)
            {
                Problems.Add(FormattableString.Invariant($"{kind}: {actual:R} is {error:F1} ulp from {expected:R} (bound {bound:F1}), K = {row.Logits.Length}: {string.Join(", ", row.Logits.Take(12))}"));
            }
        }
    }
}
