using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Values that tutorials and the documentation of other libraries print, or that follow from theirs by hand.</summary>
public sealed class GoldenLossTests
{
    public delegate double One(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> extra, Span<float> gradient, Span<float> losses);

    private static (double Returned, float[] Losses, float[] Gradient) Run(string attribute, string parameters, string arguments, float[] logits, int[] targets, float[]? extra = null, int rows = 1)
    {
        var assembly = KernelAssembly.FromSource($$"""
            using System;
            using LossGen;
            public static partial class K
            {
                [{{attribute}}]
                public static partial double Loss(ReadOnlySpan<float> logits{{parameters}}, Span<float> gradient, Span<float> losses);
                public static double Call(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> extra, Span<float> gradient, Span<float> losses) => Loss(logits{{arguments}}, gradient, losses);
            }
            """);
        float[] gradient = new float[logits.Length];
        float[] losses = new float[rows];
        double returned = assembly.Method<One>("K", "Call")(logits, targets, extra, gradient, losses);
        return (returned, losses, gradient);
    }

    private static (double Returned, float[] Losses, float[] Gradient) Index(string attribute, float[] logits, int[] targets) =>
        Run(attribute, ", ReadOnlySpan<int> targets", ", targets", logits, targets, rows: targets.Length);

    private static (double Returned, float[] Losses, float[] Gradient) Labels(string attribute, float[] logits, float[] targets, int rows) =>
        Run(attribute, ", ReadOnlySpan<float> targets", ", extra", logits, [], targets, rows);

    [Fact]
    public void Keras_binary_cross_entropy_from_logits()
    {
        var result = Labels("BinaryCrossEntropy(2)", [-18.6f, 0.51f, 2.94f, -12.8f], [0, 1, 0, 0], 2);
        result.Returned.ShouldBe(0.8654579498, 1e-7);
        (result.Losses[0] / 2.0).ShouldBe(0.2351566632, 1e-7);
        (result.Losses[1] / 2.0).ShouldBe(1.4957592364, 3e-7);
        var weighted = Run("BinaryCrossEntropy(2)", ", ReadOnlySpan<ulong> targets, ReadOnlySpan<float> sampleWeights", ", new ulong[] { 2, 0 }, extra", [-18.6f, 0.51f, 2.94f, -12.8f], [], [0.8f, 0.2f], 2);
        weighted.Returned.ShouldBe(0.2436385889, 1e-7);
        (Labels("BinaryCrossEntropy(2, Reduction = Reduction.Sum)", [-18.6f, 0.51f, 2.94f, -12.8f], [0, 1, 0, 0], 2).Returned / 2).ShouldBe(1.7309158996, 4e-7);
    }

    [Fact]
    public void Mlx_and_PyTorch_binary_cross_entropy_from_logits()
    {
        Labels("BinaryCrossEntropy(1)", [0.105361f, 0.223144f, 1.20397f, 0.916291f], [0, 0, 1, 1], 4).Returned.ShouldBe(0.5392455485, 1e-7);
        Labels("BinaryCrossEntropy(1)", [1.5f], [1], 1).Returned.ShouldBe(0.2014132780, 1e-7);
        Labels("BinaryCrossEntropy(1, PosWeight = 10)", [1, 2], [0, 1], 2).Returned.ShouldBe(1.2912708990, 2e-7);
    }

    [Theory]
    [InlineData("FocalBinaryCrossEntropy(2)", 0.6912120758)]
    [InlineData("FocalBinaryCrossEntropy(2, Gamma = 3)", 0.6469950119)]
    [InlineData("FocalBinaryCrossEntropy(2, Gamma = 2, Alpha = 0.25)", 0.5101332955)]
    [InlineData("FocalBinaryCrossEntropy(2, Gamma = 3, Alpha = 0.25)", 0.4821412468)]
    public void Keras_binary_focal_cross_entropy(string attribute, double expected) =>
        Labels(attribute, [-18.6f, 0.51f, 2.94f, -12.8f], [0, 1, 0, 0], 2).Returned.ShouldBe(expected, 1e-7);

    [Fact]
    public void Keras_binary_focal_cross_entropy_summed_and_by_rows()
    {
        // Keras takes the mean over the labels of a row first.
        float[] logits = [-18.6f, 0.51f, 2.94f, -12.8f];
        (Labels("FocalBinaryCrossEntropy(2, Gamma = 4, Reduction = Reduction.Sum)", logits, [0, 1, 0, 0], 2).Returned / 2).ShouldBe(1.2218806370, 1e-6);
        var rows = Labels("FocalBinaryCrossEntropy(2, Gamma = 5)", logits, [0, 1, 0, 0], 2).Losses;
        (rows[0] / 2).ShouldBe(0.0017483725f, 1e-9f);
        (rows[1] / 2).ShouldBe(1.1561025134f, 1e-6f);

        // Balanced: class 1 weighs a quarter, class 0 three quarters.
        (Labels("FocalBinaryCrossEntropy(2, Gamma = 4, Alpha = 0.25, Reduction = Reduction.Sum)", logits, [0, 1, 0, 0], 2).Returned / 2).ShouldBe(0.9140805169, 1e-6);
        var balanced = Labels("FocalBinaryCrossEntropy(2, Gamma = 5, Alpha = 0.25)", logits, [0, 1, 0, 0], 2).Losses;
        (balanced[0] / 2).ShouldBe(0.000437093f, 1e-9f);
        (balanced[1] / 2).ShouldBe(0.867076885f, 1e-6f);
    }

    [Theory]
    [InlineData("FocalBinaryCrossEntropy(2, Gamma = 3)", 0.1331250169)]
    [InlineData("FocalBinaryCrossEntropy(2, Gamma = 3, Alpha = 0.25)", 0.0973597530)]
    public void Keras_weighted_binary_focal_cross_entropy(string attribute, double expected) =>
        Run(attribute, ", ReadOnlySpan<ulong> targets, ReadOnlySpan<float> sampleWeights", ", new ulong[] { 2, 0 }, extra", [-18.6f, 0.51f, 2.94f, -12.8f], [], [0.8f, 0.2f], 2).Returned.ShouldBe(expected, 1e-7);

    [Fact]
    public void Keras_categorical_focal_cross_entropy()
    {
        float[] logits = [.. new[] { 0.05, 0.95, 1e-30, 0.1, 0.8, 0.1 }.Select(p => (float)Math.Log(p))];
        var result = Index("FocalCrossEntropy(3, Alpha = new[] { 0.25, 0.25, 0.25 })", logits, [1, 2]);
        result.Losses[0].ShouldBe(3.2058308992e-05f, 2e-10f);
        result.Losses[1].ShouldBe(0.4662734813f, 1e-6f);
        result.Returned.ShouldBe(0.2331527698, 1e-6);
        float[] others = [.. new[] { 0.9, 0.05, 0.05, 0.5, 0.45, 0.05 }.Select(p => (float)Math.Log(p))];
        result = Index("FocalCrossEntropy(3, Alpha = new[] { 0.25, 0.25, 0.25 })", others, [0, 2]);
        result.Losses[0].ShouldBe(2.6340128914e-4f, 2e-10f);
        result.Losses[1].ShouldBe(0.6759120942f, 1e-6f);
    }

    [Fact]
    public void Keras_generalized_cross_entropy()
    {
        double[] p = [0.7, 0.8, 0.6, 0.6];
        float[] logits = [.. p.SelectMany(right => new[] { (float)Math.Log(right), (float)Math.Log(1 - right) })];
        var result = Index("GeneralizedCrossEntropy(2, Q = 0.5)", logits, [0, 0, 0, 0]);
        result.Returned.ShouldBe(0.359859722, 1e-6);
        result.Losses.ShouldBe([0.3266799469f, 0.211145618f, 0.4508066615f, 0.4508066615f], 1e-6);
    }

    [Fact]
    public void TensorFlow_weighted_sigmoid_whose_documentation_is_off()
    {
        // The documentation prints 4.5776367e-05 for the last one: float32 log(1 + x).
        var result = Labels("BinaryCrossEntropy(1, PosWeight = 1.5)", [1.5f, -0.1f, -10], [1, 0.5f, 0], 3);
        result.Losses[0].ShouldBe(0.3021199117f, 1e-7f);
        result.Losses[1].ShouldBe(0.8804958251f, 2e-7f);
        result.Losses[2].ShouldBe(4.5398899e-05f, 1e-11f);
    }

    [Fact]
    public void PyTorch_multi_margin() => Index("MultiMarginLoss(4)", [0.1f, 0.2f, 0.4f, 0.8f], [3]).Returned.ShouldBe(0.325, 1e-6);

    [Fact]
    public void Crammer_Singer_counts_the_strongest_rival_alone()
    {
        // Like PyTorch's example above: the strongest rival of 0.8 is 0.4.
        var result = Index("CrammerSingerLoss(4)", [0.1f, 0.2f, 0.4f, 0.8f], [3]);
        result.Returned.ShouldBe(0.6, 1e-6);
        result.Gradient.ShouldBe([0, 0, 1, -1]);
        Index("CrammerSingerLoss(4)", [0.1f, 0.2f, 0.4f, 1.4f], [3]).Gradient.ShouldEach(g => g == 0);
    }

    [Fact]
    public void Optax_ranking_softmax()
    {
        // Raw labels there, probabilities here: a relevance that leaves one document.
        var result = Run("ListNet(3)", ", ReadOnlySpan<float> relevance", ", extra", [2, 1, 3], [], [0, float.NegativeInfinity, float.NegativeInfinity]);
        result.Returned.ShouldBe(1.4076059644, 1e-6);
        result.Gradient[0].ShouldBe(-0.7552715f, 1e-6f);
        result.Gradient[1].ShouldBe(0.0900306f, 1e-6f);
        result.Gradient[2].ShouldBe(0.6652410f, 1e-6f);
    }

    [Fact]
    public void Entropies_and_divergences_of_two_distributions_in_bits()
    {
        float[] p = [.. new[] { 0.1, 0.4, 0.5 }.Select(x => (float)Math.Log(x))];
        float[] q = [.. new[] { 0.8, 0.15, 0.05 }.Select(x => (float)Math.Log(x))];
        Run("EntropyLoss(3, Unit = Unit.Bits)", string.Empty, string.Empty, p, []).Returned.ShouldBe(1.3609640474, 1e-6);
        Run("KLDivergence(3, Unit = Unit.Bits)", ", ReadOnlySpan<float> targets", ", extra", q, [], [0.1f, 0.4f, 0.5f]).Returned.ShouldBe(1.9269790472, 1e-6);
        Run("JensenShannonDivergence(3, Unit = Unit.Bits)", ", ReadOnlySpan<float> other", ", extra", q, [], p).Returned.ShouldBe(0.4202005704, 1e-6);
    }

    [Fact]
    public void The_divergence_of_opposites_is_one_bit() =>
        Run("JensenShannonDivergence(2, Unit = Unit.Bits)", ", ReadOnlySpan<float> other", ", extra", [200, 0], [], [0, 200]).Returned.ShouldBe(1, 1e-6);

    [Fact]
    public void The_sum_divides_by_nothing_and_the_mean_by_the_weights_that_count()
    {
        float[] logits = [1, 2, 3, 0, 1, 0, 2, 2, 1];
        var alone = Index("FocalCrossEntropy(3, Reduction = Reduction.Sum)", logits, [0, 1, 2]);
        alone.Returned.ShouldBe(alone.Losses.Sum(loss => (double)loss), 1e-6);
        var weighted = Run("FocalCrossEntropy(3, IgnoreIndex = 2)", ", ReadOnlySpan<int> targets, ReadOnlySpan<float> classWeights", ", targets, extra", logits, [0, 1, 2], [2, 0.5f, 9], rows: 3);
        weighted.Losses.ShouldBe([2 * alone.Losses[0], alone.Losses[1] / 2, 0]);
        weighted.Returned.ShouldBe(((2.0 * alone.Losses[0]) + (alone.Losses[1] / 2)) / 2.5, 1e-6);
    }
}
