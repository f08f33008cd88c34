using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Oracle.Losses;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests;

/// <summary>Smoothing, weights and probability targets: 8·2⁻²⁴·Σ|terms of the printed formula|.</summary>
public sealed class WeightedAccuracyTests(ITestOutputHelper output)
{
    private const double Bound = 8 / 16777216.0;
    private static readonly int[] ClassCounts = [1, 2, 3, 4, 5, 8, 10, 16, 17, 33, 100, 257, 1000];


    private double worst;

    public static TheoryData<double, bool, bool, string> Configurations()
    {
        var data = new TheoryData<double, bool, bool, string>();
        foreach (double smoothing in new[] { 0, 0.1, 1 })
        {
            data.Add(smoothing, false, false, string.Empty);
            data.Add(smoothing, true, true, string.Empty);
        }

        data.Add(0.1, true, false, string.Empty);
        data.Add(0.1, false, true, string.Empty);
        data.Add(0.1, true, true, "LanePerRow");
        data.Add(0.1, true, true, "RowBlock");
        data.Add(0.1, true, true, "RowStream");
        data.Add(0.1, true, true, "AtRunTime");
        data.Add(1, false, true, "AtRunTime");
        data.Add(0.1, true, true, "Strided");
        data.Add(0.1, true, true, "StridedAtRunTime");
        return data;
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Index_targets(double smoothing, bool classWeights, bool sampleWeights, string schedule) =>
        Check<int>(smoothing, classWeights, sampleWeights, schedule, "int", batch => batch.Targets, (reference, batch, row) => reference.Loss(batch.Targets[row]), (reference, batch, row, k) => reference.Gradient(batch.Targets[row], k));

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Probability_targets(double smoothing, bool classWeights, bool sampleWeights, string schedule) =>
        Check<float>(smoothing, classWeights, sampleWeights, schedule, "float", Probabilities, (reference, batch, row) => reference.Loss(RowOf(batch, row)), (reference, batch, row, k) => reference.Gradient(RowOf(batch, row), k));

    private static double[] RowOf(Batch batch, int row) => [.. Probabilities(batch)[(row * batch.Classes)..((row + 1) * batch.Classes)].Select(t => (double)t)];

    /// <summary>Some rows one-hot, some spread with zeros in them.</summary>
    private static float[] Probabilities(Batch batch)
    {
        float[] targets = new float[batch.Logits.Length];
        var random = new Random(batch.Classes);
        for (int row = 0; row < batch.Count; row++)
        {
            if (row % 3 == 0)
            {
                targets[(row * batch.Classes) + batch.Targets[row]] = 1;
                continue;
            }

            for (int k = 0; k < batch.Classes; k++)
            {
                targets[(row * batch.Classes) + k] = random.Next(3) == 0 ? 0 : (float)(random.NextDouble() * 2 / batch.Classes);
            }
        }

        return targets;
    }

    private void Check<TTarget>(
        double smoothing,
        bool classWeights,
        bool sampleWeights,
        string schedule,
        string target,
        Func<Batch, TTarget[]> targets,
        Func<CrossEntropyReference, Batch, int, Measured> loss,
        Func<CrossEntropyReference, Batch, int, int, Measured> gradient)
    {
        // Where each count is a kernel of its own, a configuration has every second one. Both kinds of targets together, and weights and none
        // together, have all counts with each smoothing, and each schedule.
        int turn = (smoothing is 0 or 1 ? 0 : 1) + (classWeights ? 1 : 0) + (target == "int" ? 0 : 1);
        int[] counts = schedule.EndsWith("AtRunTime", StringComparison.Ordinal) ? ClassCounts
            : [.. ClassCounts.Where((k, i) =>
                (i + turn) % 2 == 0 && (k <= 33 || schedule is not ("LanePerRow" or "RowBlock" or "RowStream")))];
        string? forced = schedule;
        var form = new KernelCase(0) { Target = target, Smoothing = smoothing, ClassWeights = classWeights, SampleWeights = sampleWeights, Sum = true }.InForm(ref forced);
        KernelCase Case(int k) => form with { Classes = k };
        var kernels = KernelAssembly.Of(counts.Select(Case), forced, Widths.Here);
        var problems = new List<string>();

        // One term only: exponentials of a rounded difference, with the gap's share as for unweighted rows.
        bool isPlain = target == "int" && smoothing == 0;
        foreach (int classes in counts)
        {
            foreach (var kind in new[] { Rows.Normal3, Rows.Normal40, Rows.Confident, Rows.Tied, Rows.Offset })
            {
                var batch = Batch.Of(classes, classes <= 40 ? 13 : 3, kind);
                float[] weights = [.. Enumerable.Range(0, classes).Select(k => (k % 4) + 0.3f)];
                float[] rowWeights = [.. Enumerable.Range(0, batch.Count).Select(row => 0.1f + (row % 3))];
                float[] losses = new float[batch.Count];
                float[] gradients = new float[batch.Logits.Length];
                double returned = kernels.Get<float, TTarget>(Case(classes))(batch.FloatLogits, targets(batch), gradients, losses, classWeights ? weights : [], sampleWeights ? rowWeights : []);
                double sum = 0;
                for (int row = 0; row < batch.Count; row++)
                {
                    var reference = new CrossEntropyReference(batch.FloatRow(row), smoothing, classWeights ? [.. weights.Select(w => (double)w)] : null, sampleWeights ? rowWeights[row] : 1);
                    var expected = loss(reference, batch, row);
                    sum += expected.Value;
                    Compare($"loss {classes} {kind} {row}", losses[row], expected with { Terms = expected.Terms * (1 + (isPlain ? reference.Row.MeanGap / 8 : 0)) });
                    for (int k = 0; k < classes; k++)
                    {
                        var measured = gradient(reference, batch, row, k);
                        double gap = isPlain ? (k == batch.Targets[row] ? reference.Row.MeanGap : Math.Min(reference.Row.Gap(k), 200)) : 0;
                        Compare($"gradient {classes} {kind} {row} {k}", gradients[(row * classes) + k], measured with { Terms = measured.Terms * (1 + (gap / 8)) });
                    }
                }

                Math.Abs(returned - sum).ShouldBeLessThanOrEqualTo(10 / 16777216.0 * Math.Max(Math.Abs(sum), losses.Sum(Math.Abs)), $"sum {classes} {kind}");
            }
        }

        output.WriteLine(FormattableString.Invariant($"worst: {worst:F2} of the allowed error"));
        problems.ShouldBeEmpty();
        worst.ShouldBeGreaterThan(0, "Nothing was measured.");

        void Compare(string what, float actual, Measured expected)
        {
            double allowed = (Bound * expected.Terms) + (8 * float.Epsilon);
            double error = Math.Abs(actual - expected.Value);
            worst = Math.Max(worst, error / allowed);
            if (!(error <= allowed) && problems.Count < 10)
            {
                problems.Add(FormattableString.Invariant($"{what}: {actual:R} instead of {expected.Value:R}, error {error / allowed:F2} of the bound"));
            }
        }
    }
}
