using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Oracle;
using LossGen.Oracle.Losses;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests;

/// <summary>Kernels in double against 256 bits, and the double oracle of the float kernels against the same.</summary>
public sealed class DoubleAccuracyTests(ITestOutputHelper output)
{
    private static readonly Rows[] Kinds = [Rows.Normal1, Rows.Normal40, Rows.Confident, Rows.Tied, Rows.Offset];

    [Theory]
    [InlineData("")]
    [InlineData("LanePerRow")]
    [InlineData("RowBlock")]
    [InlineData("RowStream")]
    public void Row_losses_and_gradients_are_within_the_promised_ulps(string schedule)
    {
        int[] counts = [2, 3, 4, 5, 8, 10, 16, 17, 33];
        KernelCase Case(int k) => new(k) { Element = "double", Returns = "void" };
        var kernels = KernelAssembly.Of(counts.Select(Case), schedule.Length == 0 ? null : schedule, Widths.Here);
        double worstLoss = 0;
        double worstGradient = 0;
        var problems = new List<string>();
        foreach (int classes in counts)
        {
            foreach (var kind in Kinds)
            {
                var batch = Batch.Of(classes, 7, kind);
                double[] losses = new double[batch.Count];
                double[] gradient = new double[batch.Logits.Length];
                kernels.Get<double, int>(Case(classes))(batch.Logits, batch.Targets, gradient, losses, default, default);
                for (int row = 0; row < batch.Count; row++)
                {
                    var exact = new ExactSoftmaxRow(batch.Row(row));
                    var approximate = new SoftmaxRow(batch.Row(row));
                    int y = batch.Targets[row];
                    double gap = approximate.Others >= 0.5 ? 0 : approximate.MeanGap;
                    worstLoss = Math.Max(worstLoss, Note(losses[row], exact.NegLogP(y), 4 + gap) - gap);
                    for (int k = 0; k < classes; k++)
                    {
                        double share = k == y ? approximate.MeanGap : approximate.Gap(k);
                        double error = Note(gradient[(row * classes) + k], k == y ? -exact.Q(k) : exact.P(k), 6 + share);
                        worstGradient = Math.Max(worstGradient, error - share);
                    }
                }
            }
        }

        output.WriteLine(FormattableString.Invariant($"loss {worstLoss:F2} ulp, gradient {worstGradient:F2} ulp, less the gap's share"));
        problems.ShouldBeEmpty();
        worstLoss.ShouldBeGreaterThan(0, "Nothing was measured.");
        worstGradient.ShouldBeGreaterThan(0, "Nothing was measured.");

        double Note(double actual, BigFloat expected, double bound)
        {
            double error = Ulp.Error(actual, expected);
            if (!(error <= bound) && problems.Count < 10)
            {
                problems.Add(FormattableString.Invariant($"{actual:R} is {error:F1} ulp from {expected} (bound {bound:F1})"));
            }

            return error;
        }
    }

    [Fact]
    public void The_oracle_of_the_float_kernels_is_right_to_far_beyond_a_float()
    {
        foreach (int classes in new[] { 1, 2, 5, 20, 100 })
        {
            foreach (var kind in Kinds)
            {
                var batch = Batch.Of(classes, 5, kind);
                for (int row = 0; row < batch.Count; row++)
                {
                    // Logits of float, as there: their differences are nearly exact in double.
                    var exact = new ExactSoftmaxRow(batch.FloatRow(row));
                    var reference = new SoftmaxRow(batch.FloatRow(row));
                    for (int k = 0; k < classes; k++)
                    {
                        Relative(reference.NegLogP(k), exact.NegLogP(k)).ShouldBeLessThan(1e-11);
                        Relative(reference.P(k), exact.P(k)).ShouldBeLessThan(1e-11);
                        Relative(reference.Q(k), exact.Q(k)).ShouldBeLessThan(1e-11);
                    }
                }
            }
        }
    }

    private static double Relative(double actual, BigFloat expected) => expected.IsZero ? Math.Abs(actual) : BigFloat.Abs((actual - expected) / expected).ToDouble();
}
