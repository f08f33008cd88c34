using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>
/// Rows with NaN and infinities, in batches of every size that matters, in every form and for every output: they have the values that were
/// promised, and their neighbours have the bits they have without them.
/// </summary>
public sealed class SpecialRowsTests
{
    private static readonly int[] BatchSizes = [0, 1, 2, 7, 8, 9, 31, 33, 257];

    public static TheoryData<int, string> Kernels()
    {
        var data = new TheoryData<int, string>();
        foreach (int classes in new[] { 2, 3, 10, 16, 17, 33, 100, 600 })
        {
            data.Add(classes, string.Empty);
        }

        foreach (int classes in new[] { 3, 10, 40, 100 })
        {
            data.Add(classes, "AtRunTime");
            data.Add(classes, "Strided");
            data.Add(classes, "Parallel");
        }

        return data;
    }

    private enum Kind
    {
        Ordinary,
        NaN,
        PositiveInfinity,
        PositiveInfinityAtTarget,
        NegativeInfinity,
        NegativeInfinityAtTarget,
        AllNegativeInfinity,
    }

    private static Kind KindOf(int row) => (Kind)((row * 5) % 7);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Special_rows_have_the_promised_values_and_leave_their_neighbours_alone(int classes, string form)
    {
        bool strided = form == "Strided";
        var kernel = FormTests.Compile(classes, form, "Reduction = LossGen.Reduction.Sum");
        foreach (int rows in BatchSizes)
        {
            var batch = Batch.Of(classes, rows, Rows.Normal3);
            float[] plain = batch.FloatLogits;
            float[] special = [.. plain];
            for (int row = 0; row < rows; row++)
            {
                Change(special.AsSpan(row * classes, classes), KindOf(row), batch.Targets[row]);
            }

            var without = Run(plain);
            var with = Run(special);
            for (int row = 0; row < rows; row++)
            {
                Verify(row, batch.Targets[row], without, with);
            }

            OutputTests.Outputs Run(float[] logits)
            {
                var outputs = new OutputTests.Outputs(rows, classes);
                kernel(strided ? Strides.To<float>(logits, classes, Math.Max(rows, 1)) : logits, batch.Targets, new float[classes], outputs, classes, Math.Max(rows, 1));
                return outputs;
            }

            void Verify(int row, int target, OutputTests.Outputs expected, OutputTests.Outputs actual)
            {
                string where = $"{form} K = {classes}, row {row} of {rows}, {KindOf(row)}";
                float loss = actual.Losses[row];
                switch (KindOf(row))
                {
                    case Kind.Ordinary:
                        loss.ShouldBe(expected.Losses[row], where);
                        actual.LogSumExp[row].ShouldBe(expected.LogSumExp[row], where);
                        actual.Predictions[row].ShouldBe(expected.Predictions[row], where);
                        foreach (Func<OutputTests.Outputs, float[]> output in new Func<OutputTests.Outputs, float[]>[] { o => o.Gradient, o => o.Probabilities, o => o.LogProbabilities, o => o.Hessian })
                        {
                            Row(output(actual)).ShouldBe(Row(output(expected)), where);
                        }

                        break;
                    case Kind.NaN:
                        actual.Predictions[row].ShouldBe(-1, where);
                        AllNaN();
                        break;
                    case Kind.PositiveInfinity or Kind.PositiveInfinityAtTarget:
                        actual.Predictions[row].ShouldBe(KindOf(row) == Kind.PositiveInfinityAtTarget ? target : (target + 1) % classes, where);
                        AllNaN();
                        break;
                    case Kind.NegativeInfinity:
                        int masked = (target + 1) % classes;
                        loss.ShouldBeInRange(0, expected.Losses[row] * 1.0001f, where);
                        Row(actual.Gradient)[masked].ShouldBe(0, where);
                        Row(actual.Probabilities)[masked].ShouldBe(0, where);
                        Row(actual.LogProbabilities)[masked].ShouldBe(float.NegativeInfinity, where);
                        Row(actual.Hessian)[masked].ShouldBe(0, where);
                        break;
                    case Kind.NegativeInfinityAtTarget:
                        loss.ShouldBe(float.PositiveInfinity, where);
                        Row(actual.Gradient)[target].ShouldBe(-1, 4e-7, where);
                        Row(actual.Probabilities)[target].ShouldBe(0, where);
                        Row(actual.Gradient).Where((_, k) => k != target).ShouldEach(g => g >= 0 && g <= 1.000001f, where);
                        break;
                    default:
                        AllNaN(logSumExp: false);
                        break;
                }

                float[] Row(float[] values) => [.. Enumerable.Range(0, classes).Select(k => strided ? values[(k * rows) + row] : values[(row * classes) + k])];

                void AllNaN(bool logSumExp = true)
                {
                    float.IsNaN(loss).ShouldBeTrue(where);
                    Row(actual.Gradient).ShouldEach(g => float.IsNaN(g), where);
                    Row(actual.Probabilities).ShouldEach(p => float.IsNaN(p), where);
                    Row(actual.Hessian).ShouldEach(h => float.IsNaN(h), where);
                    if (logSumExp)
                    {
                        float.IsNaN(actual.LogSumExp[row]).ShouldBeTrue(where);
                    }
                }
            }
        }
    }

    private static void Change(Span<float> x, Kind kind, int target)
    {
        int other = (target + 1) % x.Length;
        switch (kind)
        {
            case Kind.NaN:
                x[other] = float.NaN;
                break;
            case Kind.PositiveInfinity:
                x[other] = float.PositiveInfinity;
                break;
            case Kind.PositiveInfinityAtTarget:
                x[target] = float.PositiveInfinity;
                break;
            case Kind.NegativeInfinity:
                x[other] = float.NegativeInfinity;
                break;
            case Kind.NegativeInfinityAtTarget:
                x[target] = float.NegativeInfinity;
                break;
            case Kind.AllNegativeInfinity:
                x.Fill(float.NegativeInfinity);
                break;
        }
    }
}
