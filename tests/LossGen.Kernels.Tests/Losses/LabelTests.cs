using System;
using System.Globalization;
using System.Linq;
using System.Text;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Yes-or-no labels in all their spellings, at infinity, with weights, and beside the softmax of two logits.</summary>
public sealed class LabelTests
{
    public delegate double Binary<TLabel>(ReadOnlySpan<float> logits, ReadOnlySpan<TLabel> targets, Span<float> gradient, Span<float> losses);

    public delegate double Weighted(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> gradient, Span<float> losses);

    private static readonly int[] Counts = [1, 3, 20, 64, 65, 100, 128, 2000];

    private static KernelAssembly Assembly { get; } = KernelAssembly.FromSource(Source());

    private static string Source()
    {
        var source = new StringBuilder("using System;\nusing LossGen;\n");
        foreach (int labels in Counts)
        {
            foreach (string type in new[] { "float", "bool", "byte", "ulong" })
            {
                Add(Name(type, labels), $"BinaryCrossEntropy({labels})", $"ReadOnlySpan<float> logits, ReadOnlySpan<{type}> targets", "logits, targets", string.Empty);
                Add("Focal" + Name(type, labels), $"FocalBinaryCrossEntropy({labels}, Alpha = 0.25)", $"ReadOnlySpan<float> logits, ReadOnlySpan<{type}> targets", "logits, targets", string.Empty);
            }
        }

        Add("Default", "BinaryCrossEntropy", "ReadOnlySpan<float> logits, ReadOnlySpan<float> targets", "logits, targets", string.Empty);
        foreach (string role in new[] { "posWeights", "elementWeights", "sampleWeights", "classWeights" })
        {
            Add("With" + role, "BinaryCrossEntropy(3)", "ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights", $"logits, targets, weights", role);
        }

        Add("Two", "CrossEntropy(2)", "ReadOnlySpan<float> logits, ReadOnlySpan<int> targets", "logits, targets", string.Empty);
        return source.ToString();

        void Add(string type, string attribute, string parameters, string arguments, string role) => source.Append($$"""
            public static partial class {{type}}
            {
                [{{attribute}}]
                public static partial double Loss({{parameters.Replace("float> weights", "float> " + role, StringComparison.Ordinal)}}, Span<float> gradient, Span<float> losses);
                public static double Call({{parameters}}, Span<float> gradient, Span<float> losses) => Loss({{arguments}}, gradient, losses);
            }

            """);
    }

    private static string Name(string type, int labels) => string.Create(CultureInfo.InvariantCulture, $"Labels_{type}_{labels}");

    private static (double Mean, float[] Gradient, float[] Losses) Run<T>(string name, float[] logits, T[] targets, int rows)
    {
        float[] gradient = new float[logits.Length];
        float[] losses = new float[rows];
        double mean = Assembly.Method<Binary<T>>(name, "Call")(logits, targets, gradient, losses);
        return (mean, gradient, losses);
    }

    [Fact]
    public void All_spellings_of_a_label_give_the_same_bits()
    {
        var random = new Random(7);
        foreach (int labels in Counts)
        {
            foreach (int rows in new[] { 1, 2, 9, 37 })
            {
                float[] logits = [.. Enumerable.Range(0, rows * labels).Select(_ => (float)(random.NextDouble() * 40) - 20)];
                bool[] flags = [.. logits.Select(_ => random.Next(2) == 0)];
                int words = (labels + 63) / 64;
                ulong[] masks = new ulong[rows * words];
                for (int i = 0; i < flags.Length; i++)
                {
                    masks[(i / labels * words) + (i % labels / 64)] |= flags[i] ? 1UL << (i % labels % 64) : 0;
                }

                // Bits beyond the labels say nothing.
                for (int row = 0; labels % 64 != 0 && row < rows; row += 2)
                {
                    masks[(row * words) + words - 1] |= ulong.MaxValue << (labels % 64);
                }

                foreach (string prefix in new[] { string.Empty, "Focal" })
                {
                    var expected = Run(prefix + Name("float", labels), logits, flags.Select(flag => flag ? 1f : 0f).ToArray(), rows);
                    Check(Run(prefix + Name("bool", labels), logits, flags, rows), "bool");
                    Check(Run(prefix + Name("byte", labels), logits, flags.Select(flag => flag ? (byte)1 : (byte)0).ToArray(), rows), "byte");
                    Check(Run(prefix + Name("ulong", labels), logits, masks, rows), "ulong");

                    void Check((double Mean, float[] Gradient, float[] Losses) actual, string what)
                    {
                        actual.Losses.ShouldBe(expected.Losses, what);
                        actual.Gradient.ShouldBe(expected.Gradient, what);
                        actual.Mean.ShouldBe(expected.Mean, what);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_label_is_the_softmax_of_its_logit_and_zero_to_the_last_bit()
    {
        var random = new Random(3);
        foreach (double scale in new[] { 1e-6, 1, 20, 1e4, 3e38 })
        {
            float[] logits = [.. Enumerable.Range(0, 61).Select(_ => (float)(((random.NextDouble() * 2) - 1) * scale))];
            int[] targets = [.. logits.Select(_ => random.Next(2))];
            var label = Run("Default", logits, targets.Select(y => (float)y).ToArray(), 61);
            var two = Run("Two", [.. logits.SelectMany(x => new[] { 0f, x })], targets, 61);
            label.Losses.ShouldBe(two.Losses);
            label.Gradient.ShouldBe([.. two.Gradient.Where((_, i) => i % 2 == 1)]);
            label.Mean.ShouldBe(two.Mean);
        }
    }

    [Fact]
    public void At_infinity_it_has_its_limits()
    {
        const float Inf = float.PositiveInfinity;
        var result = Run("Default", [Inf, Inf, -Inf, -Inf], [1f, 0f, 1f, 0f], 4);
        result.Losses.ShouldBe([0, Inf, Inf, 0]);
        result.Gradient.ShouldBe([0, 0.25f, -0.25f, 0]);
        var focal = Run("Focal" + Name("float", 1), [Inf, Inf, -Inf, -Inf], [1f, 0f, 1f, 0f], 4);
        focal.Losses.ShouldBe([0, Inf, Inf, 0]);
        focal.Gradient.ShouldEach(g => float.IsFinite(g));
    }

    [Fact]
    public void The_mean_divides_by_rows_times_labels_whatever_the_weights()
    {
        float[] logits = [1, -1, 0.5f, 2, -2, 0];
        float[] targets = [1, 0, 1, 0, 0, 1];
        double[] single = [.. logits.Zip(targets, (x, t) => (t * Softplus(-x)) + ((1 - t) * Softplus(x)))];
        double Mean(string role, float[] weights, float[]? given = null) => Assembly.Method<Weighted>("With" + role, "Call")(given ?? logits, targets, weights, new float[6], new float[2]);

        Mean("elementWeights", [0, 1, 2, 3, 0, 1]).ShouldBe(((single[1] * 1) + (single[2] * 2) + (single[3] * 3) + single[5]) / 6, 1e-6);
        Mean("sampleWeights", [2, 0.5f]).ShouldBe(((2 * (single[0] + single[1] + single[2])) + (0.5 * (single[3] + single[4] + single[5]))) / 6, 1e-6);
        Mean("classWeights", [1, 2, 3]).ShouldBe((single[0] + (2 * single[1]) + (3 * single[2]) + single[3] + (2 * single[4]) + (3 * single[5])) / 6, 1e-6);
        Mean("posWeights", [2, 5, 7]).ShouldBe(((2 * single[0]) + single[1] + (7 * single[2]) + single[3] + single[4] + (7 * single[5])) / 6, 1e-6);

        // A weight of 0 silences a label, whatever its logit is.
        Mean("elementWeights", [0, 1, 2, 3, 0, 1], [float.NaN, -1, 0.5f, 2, float.PositiveInfinity, 0]).ShouldBe(((single[1] * 1) + (single[2] * 2) + (single[3] * 3) + single[5]) / 6, 1e-6);
    }

    [Fact]
    public void The_conventions_of_the_Hessian_have_no_factor_for_labels()
    {
        float[] Hessian(string convention)
        {
            var assembly = KernelAssembly.FromSource($$"""
                using System;
                using LossGen;
                public static partial class K
                {
                    [BinaryCrossEntropy(Hessian = HessianConvention.{{convention}})]
                    public static partial void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> hessianDiagonal);
                    public static double Call(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> gradient, Span<float> losses)
                    {
                        Loss(logits, targets, gradient);
                        return 0;
                    }
                }
                """);
            float[] diagonal = new float[3];
            assembly.Method<Binary<byte>>("K", "Call")([0, 2, -90], [1, 0, 1], diagonal, default);
            return diagonal;
        }

        float[] exact = Hessian("Exact");
        exact[0].ShouldBe(0.25f);
        exact[1].ShouldBe(0.1049935854f, 1e-8f);
        exact[2].ShouldBe(8.194012623990515e-40f, 1e-44f);
        Hessian("LightGBM").ShouldBe(exact);
        Hessian("XGBoost").ShouldBe([exact[0], exact[1], 1e-16f]);
    }

    [Fact]
    public void A_byte_that_is_neither_0_nor_1_is_named()
    {
        var error = Should.Throw<ArgumentOutOfRangeException>(() => Run(Name("byte", 3), new float[6], new byte[] { 0, 1, 0, 1, 2, 0 }, 2));
        error.Message.ShouldContain("The label 2 in row 1, place 1, is neither 0 nor 1.");
    }

    [Fact]
    public void Nothing_has_no_mean() => Run("Default", [], Array.Empty<float>(), 0).Mean.ShouldBe(double.NaN);

    [Theory]
    [InlineData(1.5, 1, 0.2014132780)]
    [InlineData(20, 1, 2.0611536181902037e-9)]
    [InlineData(-1, 1, 1.3132616875)]
    [InlineData(0, 0, 0.6931471806)]
    public void Published_values(double x, double target, double expected) =>
        Run("Default", [(float)x], [(float)target], 1).Losses[0].ShouldBe((float)expected, (float)(2e-7 * expected));

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
}
