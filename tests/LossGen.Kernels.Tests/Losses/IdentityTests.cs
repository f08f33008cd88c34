using System;
using System.Linq;
using System.Text;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Losses that are others in disguise: with these options they have the same values and gradients, to the last bit or a few ulps.</summary>
public sealed class IdentityTests
{
    public delegate void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> extra, Span<float> gradient, Span<float> losses);

    private static readonly int[] Counts = [2, 40];

    private static readonly (string Name, string Attribute, string Parameters, string Arguments)[] Kernels =
    [
        ("CrossEntropy", "CrossEntropy({0})", "", ""),
        ("FocalZero", "FocalCrossEntropy({0}, Gamma = 0)", "", ""),
        ("PolyZero", "PolyCrossEntropy({0}, Epsilon = 0)", "", ""),
        ("GeneralizedOne", "GeneralizedCrossEntropy({0}, Q = 1)", "", ""),
        ("GeneralizedTiny", "GeneralizedCrossEntropy({0}, Q = 1e-9)", "", ""),
        ("Chebyshev", "ChebyshevLoss({0})", "", ""),
        ("Expectation", "ExpectationLoss({0})", "", ""),
        ("CauchySchwarz", "CauchySchwarzDivergence({0})", "", ""),
        ("SimilarZero", "SimilarityCrossEntropy({0}, Decay = 0)", "", ""),
        ("Similar", "SimilarityCrossEntropy({0})", ", ReadOnlySpan<float> similarity", ", extra"),
        ("Corrected", "ForwardCorrectedCrossEntropy({0})", ", ReadOnlySpan<float> confusion", ", extra"),
        ("MarginOne", "LargeMarginCrossEntropy({0}, Margin = 1)", ", ReadOnlySpan<float> norms", ", extra"),
        ("Policy", "PolicyGradient({0})", ", ReadOnlySpan<float> returns", ", extra"),
        ("ListNet", "ListNet({0})", ", ReadOnlySpan<float> relevance", ", extra"),
        ("Distilled", "Distillation({0})", ", ReadOnlySpan<float> teacher", ", extra"),
    ];

    private static KernelAssembly Assembly { get; } = KernelAssembly.FromSource(Source());

    private static string Source()
    {
        var source = new StringBuilder("using System;\nusing LossGen;\n");
        foreach (int classes in Counts)
        {
            foreach (var (name, attribute, parameters, arguments) in Kernels)
            {
                bool targets = name is not ("ListNet" or "Distilled");
                source.Append($$"""
                    public static partial class {{name}}{{classes}}
                    {
                        [{{string.Format(System.Globalization.CultureInfo.InvariantCulture, attribute, classes)}}]
                        public static partial void Run(ReadOnlySpan<float> logits{{(targets ? ", ReadOnlySpan<int> targets" : string.Empty)}}{{parameters}}, Span<float> gradient, Span<float> losses);
                        public static void Call(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> extra, Span<float> gradient, Span<float> losses) => Run(logits{{(targets ? ", targets" : string.Empty)}}{{arguments}}, gradient, losses);
                    }

                    """);
            }
        }

        return source.ToString();
    }

    private static (float[] Losses, float[] Gradient) Run(string name, Batch batch, float[]? extra = null, float scale = 1)
    {
        float[] losses = new float[batch.Count];
        float[] gradient = new float[batch.Logits.Length];
        Assembly.Method<Loss>(name + batch.Classes, "Call")([.. batch.FloatLogits.Select(x => x * scale)], batch.Targets, extra, gradient, losses);
        return (losses, gradient);
    }

    private static void Same((float[] Losses, float[] Gradient) actual, (float[] Losses, float[] Gradient) expected, double ulps, string what, double factor = 1)
    {
        actual.Losses.ShouldPair(expected.Losses, pair => FloatUlp.Error(pair.First, pair.Second * factor) <= ulps, what);
        actual.Gradient.ShouldPair(expected.Gradient, pair => FloatUlp.Error(pair.First, pair.Second * factor) <= ulps || Math.Abs(pair.First - (pair.Second * factor)) < 1e-42, what);
    }

    private static void ForEachBatch(Action<Batch> check)
    {
        foreach (int classes in Counts)
        {
            foreach (var kind in new[] { Rows.Normal3, Rows.Confident, Rows.Tied })
            {
                check(Batch.Of(classes, 19, kind));
            }
        }
    }

    [Fact]
    public void Without_its_parameter_a_loss_has_the_bits_of_the_cross_entropy() => ForEachBatch(batch =>
    {
        var plain = Run("CrossEntropy", batch);
        foreach (string name in new[] { "FocalZero", "PolyZero" })
        {
            Same(Run(name, batch), plain, 0, name);
        }

        Same(Run("MarginOne", batch, [.. batch.Targets.Select(_ => 100f)]), plain, 0, "L-Softmax with m = 1");
        Same(Run("Policy", batch, [.. batch.Targets.Select(_ => 1f)]), plain, 0, "an advantage of 1");
    });

    [Fact]
    public void A_generalized_cross_entropy_goes_from_the_cross_entropy_to_the_missing_probability() => ForEachBatch(batch =>
    {
        Near(Run("GeneralizedOne", batch), Run("Chebyshev", batch), "q = 1");
        Near(Run("GeneralizedTiny", batch), Run("CrossEntropy", batch), "q → 0");
        Same(Run("Expectation", batch), Run("Chebyshev", batch), 0, "the expectation loss", factor: 2);
    });

    [Fact]
    public void The_Cauchy_Schwarz_divergence_is_half_the_cross_entropy_of_the_doubled_logits() => ForEachBatch(batch =>
    {
        var doubled = Run("CrossEntropy", batch, scale: 2);
        var (losses, gradient) = Run("CauchySchwarz", batch);
        losses.ShouldPair(doubled.Losses, pair => Math.Abs(pair.First - (pair.Second / 2)) <= (2e-5 * pair.First) + 1e-38);
        gradient.ShouldPair(doubled.Gradient, pair => Math.Abs(pair.First - pair.Second) <= 2e-5 * Math.Abs(pair.Second) + 1e-38);
    });

    [Fact]
    public void Classes_that_are_similar_to_none_give_the_cross_entropy() => ForEachBatch(batch =>
    {
        int classes = batch.Classes;
        float[] unit = [.. Enumerable.Range(0, classes * classes).Select(i => i % (classes + 1) == 0 ? 1f : 0f)];
        var plain = Run("CrossEntropy", batch);
        Near(Run("Similar", batch, unit), plain, "similarity");
        Near(Run("Corrected", batch, unit), plain, "confusion");
        Near(Run("SimilarZero", batch), plain, "r = 0");
    });

    [Fact]
    public void A_huge_gap_is_no_problem_for_classes_that_are_similar_to_none()
    {
        // The similar classes alone would have exponentials of 0.
        float[] unit = [1, 0, 0, 1];
        float[] losses = new float[1];
        float[] gradient = new float[2];
        Assembly.Method<Loss>("Similar2", "Call")([1e30f, 0], [1], unit, gradient, losses);
        losses[0].ShouldBe(1e30f);
        gradient.ShouldBe([1, -1]);
    }

    [Fact]
    public void A_relevance_or_a_teacher_that_knows_one_class_gives_the_cross_entropy() => ForEachBatch(batch =>
    {
        float[] sure = new float[batch.Logits.Length];
        for (int row = 0; row < batch.Count; row++)
        {
            for (int k = 0; k < batch.Classes; k++)
            {
                sure[(row * batch.Classes) + k] = k == batch.Targets[row] ? 0 : float.NegativeInfinity;
            }
        }

        var plain = Run("CrossEntropy", batch);
        Near(Run("ListNet", batch, sure), plain, "ListNet");
        Near(Run("Distilled", batch, sure), plain, "distillation");
    });

    // Exponentials that carry the rounding of the difference, and those that do not: they differ by the gap's share.
    private static void Near((float[] Losses, float[] Gradient) actual, (float[] Losses, float[] Gradient) expected, string what)
    {
        actual.Losses.ShouldPair(expected.Losses, pair => Math.Abs(pair.First - pair.Second) <= 2e-5 * pair.Second, what);
        actual.Gradient.ShouldPair(expected.Gradient, pair => Math.Abs(pair.First - pair.Second) <= (2e-5 * Math.Abs(pair.Second)) + 1e-38, what);
    }
}
