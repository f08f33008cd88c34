using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Linear;

/// <summary>
/// Kernels that compute their logits: whatever comes behind the logits has the bits of the kernel of logits, and what is asked for does not
/// change anything else. Together with <see cref="LinearLayerTests"/> this is the whole chain.
/// </summary>
public sealed class LinearKernelTests
{
    public delegate double Plain(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> sampleWeights, Span<float> gradient, Span<float> losses);

    public delegate double Whole(
        ReadOnlySpan<float> features,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<float> sampleWeights,
        Span<float> logits,
        Span<float> gradient,
        Span<float> losses,
        Span<float> weightsGradient,
        Span<float> biasGradient,
        Span<float> featuresGradient);

    public delegate void Layer(ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<int> targets, Span<float> logits);

    public delegate double Tiled(
        ReadOnlySpan<float> features,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<float> sampleWeights,
        Span<float> losses,
        Span<float> weightsGradient,
        Span<float> biasGradient,
        Span<float> featuresGradient);

    private static readonly (string Attribute, string Options)[] Losses =
    [
        ("CrossEntropy", ""),
        ("CrossEntropy", ", LabelSmoothing = 0.1, ZLoss = 1e-3, IgnoreIndex = -100"),
        ("CrossEntropy", ", Sum = true, Temperature = 2"),
        ("FocalCrossEntropy", ""),
        ("HingeLoss", ""),
        ("BrierLoss", ""),
    ];

    private static readonly int[] Counts = [1, 2, 10, 33, 100];

    private static readonly (int Rows, int Features)[] Shapes = [(0, 3), (1, 1), (5, 4), (33, 20), (700, 7), (900, 300)];

    public static TheoryData<string, string> Uses
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (attribute, options) in Losses)
            {
                data.Add(attribute, options);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void Behind_the_logits_everything_has_the_bits_of_a_kernel_of_logits(string attribute, string options)
    {
        int compared = 0;
        var kernels = Compile(attribute, options);
        foreach (int classes in Counts)
        {
            var plain = kernels.Method<Plain>("K", $"Plain{classes}");
            var whole = kernels.Method<Whole>("K", $"Whole{classes}");
            var tiled = kernels.Method<Tiled>("K", $"Tiled{classes}");
            foreach (var (rows, features) in Shapes)
            {
                var input = new Input(rows, features, classes);
                var all = new Output(input);
                double loss = whole(input.Features, input.Weights, input.Bias, input.Targets, input.SampleWeights, all.Logits, all.Gradient, all.Losses, all.WeightsGradient, all.BiasGradient, all.FeaturesGradient);
                var few = new Output(input);
                tiled(input.Features, input.Weights, input.Bias, input.Targets, input.SampleWeights, few.Losses, few.WeightsGradient, few.BiasGradient, few.FeaturesGradient)
                    .ShouldBe(loss);
                var expected = new Output(input);
                double plainLoss = plain(all.Logits, input.Targets, input.SampleWeights, expected.Gradient, expected.Losses);

                // A batch of several tiles adds its tiles' sums, which rounds differently.
                (rows == 0 ? 0 : Math.Abs(loss - plainLoss)).ShouldBeLessThanOrEqualTo(rows == 0 ? 0 : Math.Abs(plainLoss) * 1e-13);
                double.IsNaN(loss).ShouldBe(double.IsNaN(plainLoss));
                string where = $"{classes} classes, {rows} rows, {features} features";
                all.Losses.ShouldBe(expected.Losses, where);
                all.Gradient.ShouldBe(expected.Gradient, where);
                few.Losses.ShouldBe(all.Losses, where);
                few.WeightsGradient.ShouldBe(all.WeightsGradient, where);
                few.BiasGradient.ShouldBe(all.BiasGradient, where);
                few.FeaturesGradient.ShouldBe(all.FeaturesGradient, where);
                compared++;
            }
        }

        compared.ShouldBe(Counts.Length * Shapes.Length);
    }

    /// <summary>Losses and gradients of features have the serial bits; sums over the rows are added by parts, always the same ones.</summary>
    [Fact]
    public void Parallel_kernels_agree_and_repeat_their_bits()
    {
        var kernels = Compile("CrossEntropy", ", Parallel = true");
        var serial = Compile("CrossEntropy", "").Method<Tiled>("K", "Tiled10");
        var parallel = kernels.Method<Tiled>("K", "Tiled10");
        var input = new Input(9000, 300, 10);
        var expected = new Output(input);
        double loss = serial(input.Features, input.Weights, input.Bias, input.Targets, input.SampleWeights, expected.Losses, expected.WeightsGradient, expected.BiasGradient, expected.FeaturesGradient);
        Output? first = null;
        for (int i = 0; i < 5; i++)
        {
            var output = new Output(input);
            parallel(input.Features, input.Weights, input.Bias, input.Targets, input.SampleWeights, output.Losses, output.WeightsGradient, output.BiasGradient, output.FeaturesGradient)
                .ShouldBe(loss, Math.Abs(loss) * 1e-12);
            output.Losses.ShouldBe(expected.Losses);
            output.FeaturesGradient.ShouldBe(expected.FeaturesGradient);
            output.WeightsGradient.ShouldBe(expected.WeightsGradient, 1e-6);
            output.BiasGradient.ShouldBe(expected.BiasGradient, 1e-6);
            first ??= output;
            output.WeightsGradient.ShouldBe(first.WeightsGradient);
            output.BiasGradient.ShouldBe(first.BiasGradient);
        }

        first!.WeightsGradient.SequenceEqual(expected.WeightsGradient).ShouldBeFalse("the batch should be large enough for two parts");
    }

    [Fact]
    public void Small_shapes_allocate_nothing()
    {
        var tiled = Compile("CrossEntropy", "").Method<Tiled>("K", "Tiled10");
        var input = new Input(500, 64, 10);
        var output = new Output(input);
        Allocations.Of(() => tiled(input.Features, input.Weights, input.Bias, input.Targets, input.SampleWeights, output.Losses, output.WeightsGradient, output.BiasGradient, output.FeaturesGradient))
            .ShouldBe(0);
    }

    [Fact]
    public void Infinite_features_and_weights_of_zero_are_what_the_formula_says()
    {
        var whole = Compile("CrossEntropy", "").Method<Whole>("K", "Whole10");
        foreach (float special in new[] { float.NaN, float.PositiveInfinity })
        {
            var input = new Input(40, 20, 10);
            input.Features[(7 * 20) + 3] = special;
            input.Weights[(2 * 20) + 3] = 0;
            var output = new Output(input);
            whole(input.Features, input.Weights, input.Bias, input.Targets, input.SampleWeights, output.Logits, output.Gradient, output.Losses, output.WeightsGradient, output.BiasGradient, output.FeaturesGradient);

            // ∞ · 0 is NaN in that row, and nowhere else.
            Enumerable.Range(0, 40).Where(row => float.IsNaN(output.Losses[row])).ShouldBe([7]);
            float.IsNaN(output.Logits[(7 * 10) + 2]).ShouldBeTrue();
            output.FeaturesGradient.Where((_, i) => i / 20 != 7).ShouldEach(x => float.IsFinite(x));
        }
    }

    [Fact]
    public void Lengths_that_do_not_fit_name_both_numbers()
    {
        var tiled = Compile("CrossEntropy", "").Method<Tiled>("K", "Tiled10");
        var input = new Input(5, 4, 10);
        var output = new Output(input);
        Message(() => tiled(input.Features.AsSpan(1), input.Weights, input.Bias, input.Targets, input.SampleWeights, output.Losses, output.WeightsGradient, output.BiasGradient, output.FeaturesGradient))
            .ShouldBe("'features' has 19 elements, which is not a whole number of rows of 4 features, as many as 'weights' has for each class. (Parameter 'features')");
        Message(() => tiled(input.Features, input.Weights.AsSpan(1), input.Bias, input.Targets, input.SampleWeights, output.Losses, output.WeightsGradient, output.BiasGradient, output.FeaturesGradient))
            .ShouldBe("'weights' has 39 elements, which is not the same number of features for each of 10 classes. (Parameter 'weights')");
        Message(() => tiled(input.Features, input.Weights, input.Bias.AsSpan(1), input.Targets, input.SampleWeights, output.Losses, output.WeightsGradient, output.BiasGradient, output.FeaturesGradient))
            .ShouldBe("'bias' has 9 elements; 10 are needed, one per class. (Parameter 'bias')");
        Message(() => tiled(input.Features, input.Weights, input.Bias, input.Targets, input.SampleWeights, output.Losses, output.WeightsGradient.AsSpan(1), output.BiasGradient, output.FeaturesGradient))
            .ShouldBe("'weightsGradient' has 39 elements; 40 are needed, as many as 'weights' has. (Parameter 'weightsGradient')");
        Message(() => tiled(input.Features, input.Weights, input.Bias, input.Targets, input.SampleWeights, output.Losses, input.Weights, output.BiasGradient, output.FeaturesGradient))
            .ShouldBe("'weightsGradient' is written and overlaps 'weights'. (Parameter 'weightsGradient')");
        output.WeightsGradient.ShouldEach(x => x == 0);
    }

    /// <summary>A linear layer and nothing else: there are no rows to compute, and the targets are only checked.</summary>
    [Theory]
    [InlineData("CrossEntropy(10)", "")]
    [InlineData("CrossEntropy(5000)", "")]
    [InlineData("BrierLoss(33, Parallel = true)", "")]
    [InlineData("CrossEntropy", ", int classes")]
    public void The_logits_may_be_all_that_is_asked_for(string attribute, string count)
    {
        string parameters = "ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<int> targets, Span<float> logits" + count;
        string call = count.Length == 0 ? "Loss(features, weights, targets, logits)" : "Loss(features, weights, targets, logits, 10)";
        string source = $$"""
            using System;
            using LossGen;
            public static partial class K
            {
                [{{attribute}}] public static partial void Loss({{parameters}});
                public static void Call(ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<int> targets, Span<float> logits) => {{call}};
            }
            """;
        var layer = KernelAssembly.FromSource(source).Method<Layer>("K", "Call");
        int classes = attribute.Contains("5000", StringComparison.Ordinal) ? 5000 : attribute.Contains("33", StringComparison.Ordinal) ? 33 : 10;
        var input = new Input(40, 3, classes);
        float[] logits = new float[40 * classes];
        layer(input.Features, input.Weights, input.Targets, logits);
        for (int i = 0; i < logits.Length; i++)
        {
            var x = input.Features.AsSpan(i / classes * 3, 3);
            var w = input.Weights.AsSpan(i % classes * 3, 3);
            logits[i].ShouldBe((x[0] * w[0]) + (x[1] * w[1]) + (x[2] * w[2]), 1e-6f);
        }

        input.Targets[3] = classes;
        Should.Throw<ArgumentException>(() => layer(input.Features, input.Weights, input.Targets, logits)).Message.ShouldContain("in row 3 is not in 0");
    }

    [Fact]
    public void Without_features_the_bias_alone_gives_the_logits()
    {
        var whole = Compile("CrossEntropy", "").Method<Whole>("K", "Whole10");
        var input = new Input(3, 0, 10);
        var output = new Output(input);
        whole(input.Features, input.Weights, input.Bias, input.Targets, input.SampleWeights, output.Logits, output.Gradient, output.Losses, output.WeightsGradient, output.BiasGradient, output.FeaturesGradient);
        output.Logits.ShouldBe([.. input.Bias, .. input.Bias, .. input.Bias]);
        output.BiasGradient.ShouldContain(x => x != 0);
    }

    private static string Message(Action call) => Should.Throw<ArgumentException>(call).Message;

    private static KernelAssembly Compile(string attribute, string options) => KernelAssembly.FromSource(
        "using System;\nusing LossGen;\npublic static partial class K\n{\n"
            + string.Concat(Counts.SelectMany(classes => Kernels(attribute, classes, options))) + "}\n",
        bits: Widths.Here);

    private static IEnumerable<string> Kernels(string attribute, int classes, string options)
    {
        const string Source = "ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ";
        const string Inputs = "ReadOnlySpan<int> targets, ReadOnlySpan<float> sampleWeights, ";
        const string Gradients = ", Span<float> weightsGradient, Span<float> biasGradient, Span<float> featuresGradient";
        string start = $"[{attribute}({classes}{options})] public static partial double ";
        yield return $"{start}Plain{classes}(ReadOnlySpan<float> logits, {Inputs}Span<float> gradient, Span<float> losses);\n";
        yield return $"{start}Whole{classes}({Source}{Inputs}Span<float> logits, Span<float> gradient, Span<float> losses{Gradients});\n";
        yield return $"{start}Tiled{classes}({Source}{Inputs}Span<float> losses{Gradients});\n";
    }

    private sealed class Input
    {
        public Input(int rows, int features, int classes)
        {
            var random = new Random(rows + (31 * features) + classes);
            Features = Draw(rows * features, random);
            Weights = Draw(classes * features, random);
            Bias = Draw(classes, random);
            Targets = [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))];
            SampleWeights = [.. Draw(rows, random).Select(x => x + 1)];
            Classes = classes;
        }

        public int Classes { get; }

        public float[] Features { get; }

        public float[] Weights { get; }

        public float[] Bias { get; }

        public int[] Targets { get; }

        public float[] SampleWeights { get; }

        private static float[] Draw(int length, Random random) => [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() - 0.5))];
    }

    private sealed class Output(Input input)
    {
        public float[] Logits { get; } = new float[input.Targets.Length * input.Classes];

        public float[] Gradient { get; } = new float[input.Targets.Length * input.Classes];

        public float[] Losses { get; } = new float[input.Targets.Length];

        public float[] WeightsGradient { get; } = new float[input.Weights.Length];

        public float[] BiasGradient { get; } = new float[input.Bias.Length];

        public float[] FeaturesGradient { get; } = new float[input.Features.Length];
    }
}
