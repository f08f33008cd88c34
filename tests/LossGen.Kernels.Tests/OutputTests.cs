using System;
using System.Globalization;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Oracle.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests;

/// <summary>Every output and every transform of the logits, alone and together, in both schedules.</summary>
public sealed class OutputTests
{
    private delegate double All(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Outputs outputs, ReadOnlySpan<float> bias, float scale);

    public static TheoryData<int, string> Configurations()
    {
        var data = new TheoryData<int, string>();
        foreach (int classes in new[] { 1, 2, 3, 5, 10, 16, 17, 40, 300 })
        {
            foreach (string options in new[] { "", "Temperature = 2.5", "Softcap = 30", "ZLoss = 0.01", "Temperature = 0.3, ZLoss = 0.1, LabelSmoothing = 0.1", "Softcap = 5, Temperature = 3" })
            {
                data.Add(classes, options);
            }
        }

        return data;
    }

    private static KernelAssembly Compile(int classes, string options, string parameters, string arguments, string returns = "double") => KernelAssembly.FromSource($$"""
        using System;
        using LossGen.Kernels.Tests;
        public static partial class K
        {
            [LossGen.CrossEntropy({{classes}}{{(options.Length > 0 ? ", " + options : string.Empty)}})]
            public static partial {{returns}} Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets{{parameters}});
            public static double Call(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, OutputTests.Outputs o, ReadOnlySpan<float> bias, float scale)
            {
                {{(returns == "void" ? $"Loss(logits, targets{arguments}); return 0;" : $"return Loss(logits, targets{arguments});")}}
            }
        }
        """);

    [Theory]
    [MemberData(nameof(Configurations))]
    public void All_outputs_together_agree_with_the_oracle(int classes, string options)
    {
        bool capped = options.Contains("Softcap", StringComparison.Ordinal);
        var assembly = Compile(
            classes,
            options,
            ", Span<float> gradient, Span<float> losses, ReadOnlySpan<float> logitBias, Span<float> probabilities, Span<float> logProbabilities, Span<float> logSumExp, Span<int> predictions, out int correct" + (capped ? string.Empty : ", Span<float> hessianDiagonal"),
            ", o.Gradient, o.Losses, bias, o.Probabilities, o.LogProbabilities, o.LogSumExp, o.Predictions, out o.Correct" + (capped ? string.Empty : ", o.Hessian"));
        var call = assembly.Method<All>("K", "Call");
        foreach (var kind in new[] { Rows.Normal3, Rows.Confident, Rows.Tied })
        {
            var batch = Batch.Of(classes, 11, kind);
            float[] bias = [.. Enumerable.Range(0, classes).Select(k => ((k * 7) % 5) - 2.3f)];
            var outputs = new Outputs(batch.Count, classes);
            double mean = call(batch.FloatLogits, batch.Targets, outputs, bias, 1);
            Verify(batch, bias, outputs, mean, new Settings(options), capped);
        }
    }

    private static void Verify(Batch batch, float[] bias, Outputs outputs, double mean, Settings settings, bool capped)
    {
        int classes = batch.Classes;
        double total = 0;
        int correct = 0;
        for (int row = 0; row < batch.Count; row++)
        {
            float[] biased = [.. batch.FloatRow(row).Select((x, k) => (float)x + bias[k])];
            double[] z = [.. biased.Select(x => settings.Softcap > 0 ? settings.Softcap * Math.Tanh(x / settings.Softcap) : x)];
            var softmax = new SoftmaxRow([.. z.Select(value => value / settings.Temperature)]);
            int y = batch.Targets[row];
            double lse = softmax.Max + softmax.LogSum;
            double loss = ((1 - settings.Smoothing) * softmax.NegLogP(y)) + (settings.Smoothing / classes * Enumerable.Range(0, classes).Sum(softmax.NegLogP)) + (settings.ZLoss * lse * lse);
            total += loss;
            string where = $"row {row} of {classes}";
            Close(outputs.Losses[row], loss, (Math.Abs(loss) * (1 + softmax.MeanGap)) + (settings.ZLoss * lse * lse) + (capped ? 30 : 0), where);
            Close(outputs.LogSumExp[row], lse, Math.Abs(softmax.Max) + softmax.LogSum + (capped ? 30 : 0), where);
            int first = Array.IndexOf(z, z.Max());
            (z[outputs.Predictions[row]] / z.Max()).ShouldBe(1, 1e-6, where);
            if (!capped)
            {
                outputs.Predictions[row].ShouldBe(first, where);
            }

            correct += outputs.Predictions[row] == y ? 1 : 0;
            for (int k = 0; k < classes; k++)
            {
                double p = softmax.P(k);
                double slope = settings.Softcap > 0 ? 1 - Math.Pow(Math.Tanh(biased[k] / settings.Softcap), 2) : 1;
                double gradient = ((1 - settings.Smoothing) * (k == y ? -softmax.Q(k) : p)) + (settings.Smoothing * (p - (1.0 / classes))) + (2 * settings.ZLoss * lse * p);
                double hessian = (p * softmax.Q(k)) + (2 * settings.ZLoss * ((p * p) + (lse * p * softmax.Q(k))));
                int i = (row * classes) + k;
                Close(outputs.Probabilities[i], p, p * (1 + softmax.Gap(k) + (capped ? 60 : 0)), where);
                Close(outputs.LogProbabilities[i], -softmax.NegLogP(k), (softmax.NegLogP(k) * (1 + softmax.MeanGap)) + (capped ? 30 : 0), where);
                Close(outputs.Gradient[i], gradient * slope / settings.Temperature / batch.Count, ((Math.Abs(gradient) * (1 + softmax.MeanGap + softmax.Gap(k))) + settings.Smoothing + (settings.ZLoss * 10 * Math.Abs(lse) * p)) * (capped ? 40 : 4) / settings.Temperature / batch.Count, where + " gradient");
                if (!capped)
                {
                    Close(outputs.Hessian[i], hessian / settings.Temperature / settings.Temperature / batch.Count, (p + (settings.ZLoss * 10 * (p + Math.Abs(lse)))) * (4 + softmax.Gap(k)) / settings.Temperature / settings.Temperature / batch.Count, where + " hessian");
                }
            }
        }

        outputs.Correct.ShouldBe(correct);
        mean.ShouldBe(total / batch.Count, 1e-4 * Math.Max(1, Math.Abs(total)));
    }

    private static void Close(float actual, double expected, double size, string where) =>
        Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo((12 / 16777216.0 * Math.Max(size, Math.Abs(expected))) + 1e-44, string.Create(CultureInfo.InvariantCulture, $"{actual:R} and not {expected:R}, {where}"));

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public void Each_output_alone_has_the_bits_it_has_together_with_the_others_in_place_too(int classes)
    {
        var batch = Batch.Of(classes, 13, Rows.Normal3);
        var together = new Outputs(batch.Count, classes);
        const string Parameters = ", Span<float> gradient, Span<float> probabilities, Span<float> logProbabilities, Span<float> hessianDiagonal";
        Compile(classes, string.Empty, Parameters, ", o.Gradient, o.Probabilities, o.LogProbabilities, o.Hessian", "void").Method<All>("K", "Call")(batch.FloatLogits, batch.Targets, together, default, 1);
        foreach ((string role, string field, Func<Outputs, float[]> get) in new (string, string, Func<Outputs, float[]>)[]
        {
            ("gradient", "o.Gradient", o => o.Gradient),
            ("probabilities", "o.Probabilities", o => o.Probabilities),
            ("logProbabilities", "o.LogProbabilities", o => o.LogProbabilities),
            ("hessianDiagonal", "o.Hessian", o => o.Hessian),
        })
        {
            var alone = new Outputs(batch.Count, classes);
            Compile(classes, string.Empty, $", Span<float> {role}", ", " + field, "void").Method<All>("K", "Call")(batch.FloatLogits, batch.Targets, alone, default, 1);
            get(alone).ShouldBe(get(together), role);

            // Any one of them may be the very memory of the logits while the others are written too.
            var inPlace = new Outputs(batch.Count, classes);
            batch.FloatLogits.CopyTo(get(inPlace), 0);
            Compile(classes, string.Empty, Parameters, ", o.Gradient, o.Probabilities, o.LogProbabilities, o.Hessian", "void").Method<All>("K", "Call")(get(inPlace), batch.Targets, inPlace, default, 1);
            inPlace.Gradient.ShouldBe(together.Gradient, role);
            inPlace.Probabilities.ShouldBe(together.Probabilities, role);
            inPlace.LogProbabilities.ShouldBe(together.LogProbabilities, role);
            inPlace.Hessian.ShouldBe(together.Hessian, role);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public void Predictions_are_the_first_maximum_and_minus_one_for_NaN_in_ignored_rows_too(int classes)
    {
        float[] logits = new float[classes * 4];
        logits[(0 * classes) + 3] = logits[(0 * classes) + 4] = 2;
        logits[(1 * classes) + 2] = float.NaN;
        logits[(2 * classes) + 1] = float.PositiveInfinity;
        Array.Fill(logits, float.NegativeInfinity, 3 * classes, classes);
        var outputs = new Outputs(4, classes);
        Compile(classes, "IgnoreIndex = -1", ", Span<int> predictions, out int correct, Span<float> probabilities, Span<float> losses", ", o.Predictions, out o.Correct, o.Probabilities, o.Losses").Method<All>("K", "Call")(logits, [-1, 0, 1, 0], outputs, default, 1);
        outputs.Predictions.ShouldBe([3, -1, 1, 0]);
        outputs.Correct.ShouldBe(2);
        outputs.Probabilities[0].ShouldBeGreaterThan(0);
        outputs.Losses[0].ShouldBe(0);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(60)]
    public void Constant_class_weights_have_the_bits_of_the_same_weights_in_a_span(int classes)
    {
        var batch = Batch.Of(classes, 9, Rows.Normal3);
        float[] weights = [.. Enumerable.Range(0, classes).Select(k => (k % 3) * 0.5f)];
        string constants = string.Join(", ", weights.Select(weight => weight.ToString("R", CultureInfo.InvariantCulture)));
        var folded = new Outputs(batch.Count, classes);
        double mean = Compile(classes, $"ClassWeights = new double[] {{ {constants} }}", ", Span<float> gradient, Span<float> losses", ", o.Gradient, o.Losses").Method<All>("K", "Call")(batch.FloatLogits, batch.Targets, folded, default, 1);
        float[] losses = new float[batch.Count];
        float[] gradient = new float[batch.Logits.Length];
        double expected = KernelAssembly.One<float, int>(new KernelCase(classes) { ClassWeights = true })(batch.FloatLogits, batch.Targets, gradient, losses, weights, default);
        mean.ShouldBe(expected);
        folded.Losses.ShouldBe(losses);
        folded.Gradient.ShouldBe(gradient);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(60)]
    public void Invalid_targets_can_be_ignored(int classes)
    {
        var batch = Batch.Of(classes, 9, Rows.Normal3);
        int[] targets = [.. batch.Targets];
        targets[0] = classes;
        targets[4] = -7;
        targets[8] = int.MaxValue;
        var outputs = new Outputs(batch.Count, classes);
        double mean = Compile(classes, "InvalidTarget = LossGen.InvalidTarget.Ignore", ", Span<float> gradient, Span<float> losses", ", o.Gradient, o.Losses").Method<All>("K", "Call")(batch.FloatLogits, targets, outputs, default, 1);
        outputs.Losses[0].ShouldBe(0);
        outputs.Losses[4].ShouldBe(0);
        outputs.Losses[8].ShouldBe(0);
        outputs.Gradient[..classes].ShouldEach(g => g == 0);
        mean.ShouldBe(outputs.Losses.Sum(loss => (double)loss) / 6, 1e-6);
    }

    [Fact]
    public void The_conventions_of_the_Hessian_differ_by_their_factor()
    {
        float[] logits = [1, 2, 3, 90, 0, 0];
        float[] Hessian(string convention)
        {
            var outputs = new Outputs(2, 3);
            Compile(3, "Hessian = LossGen.HessianConvention." + convention, ", Span<float> hessianDiagonal", ", o.Hessian", "void").Method<All>("K", "Call")(logits, [0, 0], outputs, default, 1);
            return outputs.Hessian;
        }

        float[] exact = Hessian("Exact");
        exact[0].ShouldBe(0.0900305732f * (1 - 0.0900305732f), 1e-7f);
        Hessian("XGBoost")[..3].ShouldBe([.. exact[..3].Select(h => 2 * h)]);
        Hessian("XGBoost")[4].ShouldBe(1e-16f);
        Hessian("LightGBM").ShouldPair(exact, pair => Math.Abs(pair.First - (1.5f * pair.Second)) <= 3e-7f * pair.First);
    }

    private readonly record struct Settings(double Temperature, double Softcap, double ZLoss, double Smoothing)
    {
        public Settings(string options)
            : this(Value(options, "Temperature", 1), Value(options, "Softcap", 0), Value(options, "ZLoss", 0), Value(options, "LabelSmoothing", 0))
        {
        }

        private static double Value(string options, string name, double otherwise)
        {
            string? found = options.Split(", ").FirstOrDefault(option => option.StartsWith(name, StringComparison.Ordinal));
            return found is null ? otherwise : double.Parse(found.Split("= ")[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Memory for all outputs.</summary>
    public sealed class Outputs(int rows, int classes)
    {
        public float[] Gradient { get; } = new float[rows * classes];

        public float[] Losses { get; } = new float[rows];

        public float[] Probabilities { get; } = new float[rows * classes];

        public float[] LogProbabilities { get; } = new float[rows * classes];

        public float[] LogSumExp { get; } = new float[rows];

        public int[] Predictions { get; } = new int[rows];

        public float[] Hessian { get; } = new float[rows * classes];

        public int Correct;
    }
}
