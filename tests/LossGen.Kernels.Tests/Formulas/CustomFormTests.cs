using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Formulas;

/// <summary>A custom loss takes every option, layout, element type and form that a loss of the family takes, and agrees with it.</summary>
public sealed class CustomFormTests
{
    internal delegate double All(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, int classes, int inner);

    internal delegate double Binary(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<float> gradient);

    private const string Formulas = """
        [LossFormula] static double CrossEntropy(LossRow row) => -Math.Log(row.P(row.Target));
        [LossFormula] static double Focal(LossRow row) { double q = 1 - row.P(row.Target); return q * q * CrossEntropy(row); }
        [LossFormula] static double Yes(BinaryRow row) => row.Label * row.NegLogP + (1 - row.Label) * -Math.Log(1 - row.P);
        """;

    /// <summary>Options in the words of both attributes.</summary>
    public static TheoryData<string, string> Forms()
    {
        var data = new TheoryData<string, string>();
        foreach (string form in new[] { "plain", "atRunTime", "strided", "stridedAtRunTime" })
        {
            foreach (string options in new[] { "", "Temperature = 0.7", "Softcap = 5", "ZLoss = 0.01, IgnoreIndex = 1", "InvalidTarget = InvalidTarget.Ignore, Reduction = Reduction.Sum", "Parallel = true" })
            {
                data.Add(form, options);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_formula_of_the_family_agrees_with_the_family(string form, string options)
    {
        foreach (int classes in new[] { 3, 40 })
        {
            var own = Compile("CustomLoss", "nameof(CrossEntropy)", classes, form, options);
            var ours = Compile("CrossEntropy", string.Empty, classes, form, options);
            const int Inner = 7;
            var batch = Batch.Of(classes, 3 * Inner, Rows.Normal3);
            float[] logits = form.Contains("strided", StringComparison.OrdinalIgnoreCase) ? Strides.To<float>(batch.FloatLogits, classes, Inner) : batch.FloatLogits;
            (float[] gradient, float[] losses) = (new float[logits.Length], new float[batch.Count]);
            (float[] expected, float[] expectedLosses) = (new float[logits.Length], new float[batch.Count]);
            double mean = own(logits, batch.Targets, gradient, losses, classes, Inner);
            mean.ShouldBe(ours(logits, batch.Targets, expected, expectedLosses, classes, Inner));
            gradient.ShouldBe(expected, $"{form}, {options}, K = {classes}");
            losses.ShouldBe(expectedLosses, $"{form}, {options}, K = {classes}");
        }
    }

    [Fact]
    public void A_binary_formula_agrees_with_the_family()
    {
        string Kernel(string name, string attribute) => $"[{attribute}] public static partial double {name}(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<float> gradient);";
        var assembly = KernelAssembly.FromSource($$"""
            using System;
            using LossGen;
            public static partial class K
            {
                {{Formulas}}
                {{Kernel("Own", "CustomBinaryLoss(nameof(Yes), 5)")}}
                {{Kernel("Ours", "BinaryCrossEntropy(5)")}}
            }
            """);
        var random = new Random(1);
        float[] logits = [.. Enumerable.Range(0, 5 * 33).Select(_ => (float)((random.NextDouble() * 30) - 15))];
        bool[] targets = [.. logits.Select(_ => random.Next(2) == 0)];
        (float[] own, float[] ours) = (new float[logits.Length], new float[logits.Length]);
        assembly.Method<Binary>("K", "Own")(logits, targets, own).ShouldBe(assembly.Method<Binary>("K", "Ours")(logits, targets, ours), 1e-9);
        for (int i = 0; i < own.Length; i++)
        {
            own[i].ShouldBe(ours[i], 1e-6f * Math.Abs(ours[i]));
        }
    }

    /// <summary>A loss for many labels whose negatives count less (arXiv 2009.14119), against its own method and differences of its values.</summary>
    [Fact]
    public void A_binary_formula_gives_the_value_and_the_derivative_of_its_method()
    {
        var assembly = KernelAssembly.FromSource("""
            using System;
            using LossGen;
            public static partial class K
            {
                [LossFormula] public static double Asymmetric(BinaryRow row) => row.Label * row.NegLogP + (1 - row.Label) * Math.Pow(row.P, 4) * row.NegLogQ;
                [CustomBinaryLoss(nameof(Asymmetric), 7)] public static partial void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<float> losses, Span<float> gradient);
                public static double Call(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<float> gradient)
                {
                    Span<float> losses = stackalloc float[logits.Length / 7];
                    Loss(logits, targets, losses, gradient);
                    return losses[0];
                }
            }
            """);
        var random = new Random(2);
        float[] logits = [.. Enumerable.Range(0, 7 * 40).Select(_ => (float)((random.NextDouble() * 24) - 12))];
        bool[] targets = [.. logits.Select(_ => random.Next(3) == 0)];
        float[] gradient = new float[logits.Length];
        double first = assembly.Method<Binary>("K", "Call")(logits, targets, gradient);
        var method = assembly.Method<Func<BinaryRow, double>>("K", "Asymmetric");
        double Of(int i, double h) => method(BinaryRow.Of(logits[i] + h, targets[i] ? 1 : 0));
        first.ShouldBe(Enumerable.Range(0, 7).Sum(i => Of(i, 0)), 1e-5);
        for (int i = 0; i < logits.Length; i++)
        {
            const double H = 1e-3;
            double slope = ((8 * (Of(i, H) - Of(i, -H))) - (Of(i, 2 * H) - Of(i, -2 * H))) / (12 * H);
            ((double)gradient[i]).ShouldBe(slope, (2e-5 * Math.Abs(slope)) + 1e-9);
        }
    }

    private static All Compile(string attribute, string formula, int classes, string form, string options)
    {
        bool atRunTime = form.Contains("RunTime", StringComparison.Ordinal);
        bool strided = form.Contains("strided", StringComparison.OrdinalIgnoreCase);
        string[] all =
        [
            .. atRunTime ? (string[])[] : [$"{classes}"],
            .. formula.Length > 0 ? (string[])[formula] : [],
            .. strided ? (string[])["Layout = Layout.ClassStride"] : [],
            .. options.Length > 0 ? (string[])[options] : [],
        ];
        string forms = (atRunTime ? ", int classes" : string.Empty) + (strided ? ", int inner" : string.Empty);
        return KernelAssembly.FromSource($$"""
            using System;
            using LossGen;
            public static partial class K
            {
                {{Formulas}}
                [{{attribute}}({{string.Join(", ", all)}})]
                public static partial double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses{{forms}});
                public static double Call(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, int classes, int inner) =>
                    Loss(logits, targets, gradient, losses{{forms.Replace("int ", string.Empty, StringComparison.Ordinal)}});
            }
            """).Method<All>("K", "Call");
    }
}
