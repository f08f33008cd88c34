using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using LossGen.Kernels.Tests.Harness;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Oracle.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>
/// A class weight of 0 takes away the target's term and adds nothing to the mean's denominator; the row's smoothing and z-loss stay, as in
/// PyTorch, so that a row's loss never depends on the reduction. A sample weight of 0 takes the whole row away.
/// </summary>
public sealed class WeightOfZeroTests
{
    private const double Bound = 16 / 16777216.0;

    public static TheoryData<string, double, double, bool> Configurations()
    {
        var data = new TheoryData<string, double, double, bool>();
        foreach (string form in new[] { string.Empty, "LanePerRow", "RowBlock", "RowStream", "AtRunTime", "Strided", "StridedAtRunTime" })
        {
            foreach ((double smoothing, double zLoss) in new[] { (0.3, 0), (0, 0.5), (0.3, 0.5), (0.0, 0.0) })
            {
                data.Add(form, smoothing, zLoss, false);
                data.Add(form, smoothing, zLoss, true);
            }
        }

        return data;
    }

    [Theory]
    [InlineData(0.3, 0, 0.522281789, 3.892930, 2.207606)]
    [InlineData(0, 0.5, 5.805889, 10.621101, 8.213495)]
    public void The_numbers_of_the_three_classes_are_those_of_PyTorch(double smoothing, double zLoss, double first, double second, double mean)
    {
        float[] losses = new float[2];
        var kernel = new KernelCase(3) { Smoothing = smoothing, ZLoss = zLoss, ClassWeights = true };
        foreach (bool sum in new[] { false, true })
        {
            double returned = KernelAssembly.One<float, int>(kernel with { Sum = sum })([1, 2, 3, 1, 2, 3], [1, 0], new float[6], losses, [2, 0, 1], default);
            returned.ShouldBe(sum ? first + second : mean, 1e-5);
            losses[0].ShouldBe((float)first, 2e-6f);
            losses[1].ShouldBe((float)second, 4e-6f);
        }
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Losses_gradients_and_means_agree_with_the_oracle(string form, double smoothing, double zLoss, bool sampleWeights)
    {
        string? schedule = form;
        var kernel = new KernelCase(0) { Smoothing = smoothing, ZLoss = zLoss, ClassWeights = true, SampleWeights = sampleWeights }.InForm(ref schedule);
        int[] counts = [3, 19];

        // The mean of one count and the sum of the other; with the rows' weights it is the other way round.
        bool IsTried(int classes, bool sum) => (classes == counts[0]) == (sum == sampleWeights);
        var kernels = KernelAssembly.Of(
            counts.SelectMany(k => new[] { false, true }.Where(sum => IsTried(k, sum)).Select(sum => kernel with { Classes = k, Sum = sum })), schedule);
        foreach (int classes in counts)
        {
            var batch = Batch.Of(classes, 21, Rows.Normal3);
            float[] weights = [.. Enumerable.Range(0, classes).Select(k => k % 2 == 1 ? 0f : 0.5f + (k % 3))];
            float[] rowWeights = sampleWeights ? [.. Enumerable.Range(0, batch.Count).Select(row => (row % 4) * 0.5f)] : [];
            foreach (bool sum in new[] { false, true }.Where(sum => IsTried(classes, sum)))
            {
                Check(kernels.Get<float, int>(kernel with { Classes = classes, Sum = sum }), batch, weights, rowWeights, (smoothing, zLoss), sum);
            }
        }
    }

    private static void Check(Kernel<float, int> kernel, Batch batch, float[] weights, float[] rowWeights, (double Smoothing, double ZLoss) options, bool isSum)
    {
        float[] losses = new float[batch.Count];
        float[] gradient = new float[batch.Logits.Length];
        double returned = kernel(batch.FloatLogits, batch.Targets, gradient, losses, weights, rowWeights);
        double Weight(int row) => rowWeights.Length == 0 ? 1 : rowWeights[row];
        double denominator = isSum ? 1 : Enumerable.Range(0, batch.Count).Sum(row => weights[batch.Targets[row]] * Weight(row));
        double total = 0;
        for (int row = 0; row < batch.Count; row++)
        {
            int y = batch.Targets[row];
            double v = Weight(row);
            var reference = new CrossEntropyReference(batch.FloatRow(row), options.Smoothing, [.. weights.Select(w => (double)w)], v);
            double lse = reference.Row.Max + reference.Row.LogSum;
            var expected = reference.Loss(y);
            double loss = expected.Value + (v * options.ZLoss * lse * lse);
            total += loss;
            string where = $"row {row} of {batch.Classes} classes, target's weight {weights[y]}, row's weight {v}";
            Close(losses[row], loss, expected.Terms + loss, where);
            for (int k = 0; k < batch.Classes; k++)
            {
                var slope = reference.Gradient(y, k);
                double ofZ = 2 * v * options.ZLoss * lse * reference.Row.P(k);
                double size = (slope.Terms + Math.Abs(ofZ)) * (1 + reference.Row.Gap(k)) / denominator;
                Close(gradient[(row * batch.Classes) + k], (slope.Value + ofZ) / denominator, size, where + $", class {k}");
            }
        }

        returned.ShouldBe(total / denominator, 1e-5 * Math.Max(1, total / denominator));
    }

    private static void Close(float actual, double expected, double size, string where) =>
        Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo((Bound * size) + 1e-40, $"{actual:R} and not {expected:R}, {where}");

    /// <summary>Losses of class indices, with the options that leave something of a row whose target has no weight.</summary>
    private static readonly (string Attribute, string Options, string Parameters, string Arguments)[] Family =
    [
        ("CrossEntropy", "LabelSmoothing = 0.2", "", ""),
        ("CrossEntropy", "ZLoss = 0.1", "", ""),
        ("FocalCrossEntropy", "ZLoss = 0.1", "", ""),
        ("FocalCrossEntropy", "", "", ""),
        ("PolyCrossEntropy", "ZLoss = 0.1", "", ""),
        ("GeneralizedCrossEntropy", "ZLoss = 0.1", "", ""),
        ("SimilarityCrossEntropy", "Decay = 0.5, ZLoss = 0.1", "", ""),
        ("ForwardCorrectedCrossEntropy", "ZLoss = 0.1", ", ReadOnlySpan<T> confusion", ", a.Inputs[\"pairs\"]"),
        ("LargeMarginCrossEntropy", "Margin = 2", ", ReadOnlySpan<T> norms", ", a.Inputs[\"norms\"]"),
        ("CauchySchwarzDivergence", "ZLoss = 0.1", "", ""),
        ("TanimotoLoss", "ZLoss = 0.1", "", ""),
        ("ExpectationLoss", "ZLoss = 0.1", "", ""),
        ("BrierLoss", "ZLoss = 0.1", "", ""),
        ("ChebyshevLoss", "ZLoss = 0.1", "", ""),
        ("SquaredLogLoss", "ZLoss = 0.1", "", ""),
        ("CorrentropyLoss", "ZLoss = 0.1", "", ""),
        ("HingeLoss", "", "", ""),
        ("MultiMarginLoss", "", "", ""),
        ("CrammerSingerLoss", "", "", ""),
        ("SquaredErrorLoss", "", "", ""),
        ("AbsoluteErrorLoss", "", "", ""),
        ("PolicyGradient", "ZLoss = 0.1", ", ReadOnlySpan<T> returns", ", a.Inputs[\"norms\"]"),
    ];

    /// <summary>Of few classes also double; more differ in the loops alone.</summary>
    private static string[] Elements(int classes) => classes == 5 ? ["float", "double"] : ["float"];

    private static string Source(int classes, string layout)
    {
        var source = new StringBuilder("using System;\nusing LossGen;\n");
        for (int i = 0; i < Family.Length; i++)
        {
            foreach (string element in Elements(classes))
            {
                foreach (string reduction in new[] { "Mean", "Sum" })
                {
                    (string attribute, string options, string parameters, string arguments) = Family[i];
                    options = string.Concat(options.Length > 0 ? ", " + options : string.Empty, layout.Length > 0 ? ", Layout = Layout." + layout : string.Empty);
                    source.Append($$"""
                        public static partial class {{reduction}}{{i}}_{{element}}
                        {
                            [{{attribute}}({{classes}}{{options}}, Reduction = Reduction.{{reduction}})]
                            public static partial double Loss(ReadOnlySpan<{{element}}> logits, ReadOnlySpan<int> targets{{parameters.Replace("<T>", $"<{element}>", StringComparison.Ordinal)}},
                                ReadOnlySpan<{{element}}> classWeights, Span<{{element}}> gradient, Span<{{element}}> losses{{(layout.Length > 0 ? ", int inner" : string.Empty)}}, out int correct);
                            public static void Call(LossGen.Kernels.Tests.Harness.Losses.LossArguments<{{element}}> a) =>
                                a.Returned = Loss(a.Logits, (int[])a.Targets{{arguments}}, a.Inputs["weights"], a.Gradient, a.Losses{{(layout.Length > 0 ? ", 5" : string.Empty)}}, out a.Correct);
                        }

                        """);
                }
            }
        }

        return source.ToString();
    }

    [Theory]
    [InlineData(5, "")]
    [InlineData(19, "")]
    [InlineData(70, "")]
    [InlineData(5, "ClassStride")]
    public void The_losses_of_rows_are_the_same_in_every_reduction_and_so_are_right_predictions(int classes, string layout)
    {
        const int Count = 20;
        var kernels = KernelAssembly.FromSource(Source(classes, layout), bits: Widths.Here);
        for (int i = 0; i < Family.Length; i++)
        {
            Check(i, "float", x => (float)x, x => x);
            if (Elements(classes).Length > 1)
            {
                Check(i, "double", x => x, x => x);
            }
        }

        void Check<T>(int i, string element, Func<double, T> convert, Func<T, double> widen)
        {
            var batch = Batch.Of(classes, Count, Rows.Normal3);
            (LossArguments<T> Arguments, double Denominator) Run(string reduction, double weightOfOdd)
            {
                double[] weights = [.. Enumerable.Range(0, classes).Select(k => k % 2 == 1 ? weightOfOdd : 1 + (k % 3))];
                var arguments = new LossArguments<T>
                {
                    Logits = [.. batch.Logits.Select(convert)],
                    Targets = batch.Targets,
                    Gradient = new T[batch.Logits.Length],
                    Losses = new T[Count],
                };
                arguments.Inputs["weights"] = [.. weights.Select(convert)];
                arguments.Inputs["norms"] = [.. Enumerable.Range(0, Count).Select(row => convert(3 + row))];
                arguments.Inputs["pairs"] = [.. Enumerable.Range(0, classes * classes).Select(pair => convert((1 + (pair % 5)) / (5.0 * classes)))];
                kernels.Method<LossKernel<T>>($"{reduction}{i}_{element}", "Call")(arguments);
                return (arguments, batch.Targets.Sum(y => weights[y]));
            }

            string what = $"{Family[i].Attribute} {Family[i].Options}, {element}, {classes} classes";
            var (mean, denominator) = Run("Mean", 0);
            var (sum, _) = Run("Sum", 0);
            mean.Losses.ShouldBe(sum.Losses, what);
            mean.Returned.ShouldBe(sum.Losses.Sum(widen) / denominator, 1e-6 * (1 + Math.Abs(mean.Returned)), what);
            for (int j = 0; j < mean.Gradient.Length; j++)
            {
                (widen(mean.Gradient[j]) * denominator).ShouldBe(widen(sum.Gradient[j]), 1e-5, what);
            }

            // The prediction of a row is right or wrong whatever the target weighs.
            mean.Correct.ShouldBe(Run("Mean", 1).Arguments.Correct, what);
            sum.Correct.ShouldBe(mean.Correct, what);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(19)]
    [InlineData(600)]
    public void A_target_of_weight_zero_with_an_infinite_loss_leaves_what_else_the_row_has(int classes)
    {
        float[] logits = new float[2 * classes];
        logits[1] = float.NegativeInfinity;
        float[] weights = [.. Enumerable.Range(0, classes).Select(k => k == 1 ? 0f : 1f)];
        foreach (bool sum in new[] { false, true })
        {
            float[] losses = new float[2];
            float[] gradient = new float[logits.Length];
            var kernel = new KernelCase(classes) { Smoothing = 0.1, ZLoss = 0.1, ClassWeights = true, Sum = sum };
            double returned = KernelAssembly.One<float, int>(kernel)(logits, [1, 0], gradient, losses, weights, default);
            losses.ShouldEach(loss => float.IsFinite(loss));
            losses[0].ShouldBeGreaterThan(0);
            gradient.ShouldEach(g => float.IsFinite(g));

            // The denominator of the mean is 1.
            returned.ShouldBe((double)losses[0] + losses[1], 1e-6);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Weights_that_are_all_zero_are_an_empty_mean_without_a_gradient(int classes)
    {
        var batch = Batch.Of(classes, 5, Rows.Normal3);
        foreach (bool empty in new[] { false, true })
        {
            float[] gradient = new float[batch.Logits.Length];
            var kernel = new KernelCase(classes) { Smoothing = 0.1, ZLoss = 0.1, ClassWeights = true, EmptyIsZero = empty };
            float[] losses = new float[5];
            KernelAssembly.One<float, int>(kernel)(batch.FloatLogits, batch.Targets, gradient, losses, new float[classes], default).ShouldBe(empty ? 0 : double.NaN);
            gradient.ShouldEach(g => g == 0);
            losses.ShouldEach(loss => loss > 0);
        }
    }

    [Theory]
    [InlineData(3, "float")]
    [InlineData(40, "float")]
    [InlineData(3, "int")]
    [InlineData(40, "int")]
    public void A_sample_weight_of_zero_takes_the_row_away_even_with_NaN(int classes, string target)
    {
        var batch = Batch.Of(classes, 5, Rows.Normal3);
        float[] logits = batch.FloatLogits;
        logits[(2 * classes) + 1] = float.NaN;
        float[] rowWeights = [1, 2, 0, 0.5f, 1];
        var results = new List<(float[] Losses, float[] Gradient)>();
        foreach (bool sum in new[] { false, true })
        {
            float[] losses = new float[5];
            float[] gradient = new float[logits.Length];
            var kernel = new KernelCase(classes) { Target = target, Smoothing = 0.1, ZLoss = 0.1, SampleWeights = true, Sum = sum };
            double returned = target == "int"
                ? KernelAssembly.One<float, int>(kernel)(logits, batch.Targets, gradient, losses, default, rowWeights)
                : KernelAssembly.One<float, float>(kernel)(logits, [.. logits.Select(_ => 1f / classes)], gradient, losses, default, rowWeights);
            losses[2].ShouldBe(0);
            gradient[(2 * classes)..(3 * classes)].ShouldEach(g => g == 0);
            returned.ShouldBe(losses.Sum(loss => (double)loss) / (sum ? 1 : 4.5), 1e-5);
            results.Add((losses, gradient));
        }

        results[0].Losses.ShouldBe(results[1].Losses);
    }
}
