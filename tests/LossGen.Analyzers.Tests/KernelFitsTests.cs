using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class KernelFitsTests
{
    private const string Loops = """
        float max = float.NegativeInfinity;
            for (int j = 0; j < 10; j++) max = MathF.Max(max, logits[j]);
            float sum = 0;
            for (int j = 0; j < 10; j++) sum += MathF.Exp(logits[j] - max);
        """;

    [Theory]
    [InlineData("max + MathF.Log(sum) - logits[label]")]
    [InlineData("MathF.Log(sum) + max - logits[label]")]
    [InlineData("MathF.Log(sum) - (logits[label] - max)")]
    [InlineData("(max - logits[label]) + MathF.Log(sum)")]
    public Task A_cross_entropy_over_a_constant_count_is_hinted_at(string loss) => Net.Reports(Class(
        $"static float Loss(float[] logits, int label)\n{{\n    {Loops}\n    return {{|LG4001:{loss}|}};\n}}"));

    // The kernel itself is written by the generator, which does not run here.
    [Fact]
    public Task The_loops_become_a_kernel() => (Net with { MayBeBroken = true }).Cures(RuleIds.KernelFits).Fixes(
        $"using System;\n\nstatic class Losses\n{{\n    // per row\n    public static float Loss(ReadOnlySpan<float> logits, int label)\n    {{\n        {Loops}\n        return {{|LG4001:max + MathF.Log(sum) - logits[label]|}};\n    }}\n}}\n",
        """
        using System;

        static partial class Losses
        {
            // per row
            public static float Loss(ReadOnlySpan<float> logits, int label)
            {
                return LossKernel(logits, new ReadOnlySpan<int>(in label));
            }

            [LossGen.CrossEntropy(10)]
            private static partial float LossKernel(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
        }

        """);

    private const string Softmax = Loops + " for (int j = 0; j < 10; j++) gradient[j] = MathF.Exp(logits[j] - max) / sum;";

    [Theory]
    [InlineData(Softmax + " {|LG4001:gradient[label] -= 1|};")]
    [InlineData(Softmax + " {|LG4001:gradient[label]--|};")]
    [InlineData(Softmax + " {|LG4001:--gradient[label]|};")]
    [InlineData(Softmax + " gradient[label] = {|LG4001:gradient[label] - 1f|};")]
    [InlineData(Loops + " for (int j = 0; j < 10; j++) gradient[j] = {|LG4001:MathF.Exp(logits[j] - max) / sum - (j == label ? 1 : 0)|};")]
    [InlineData(Loops + " for (int j = 0; j < 10; j++) { float p = MathF.Exp(logits[j] - max) / sum, hot = label != j ? 0f : 1f; gradient[j] += ({|LG4001:p - hot|}) * 0.5f; }")]
    public Task Its_gradient_is_hinted_at(string statements) => Net.Reports(Class($"static void Gradient(float[] logits, int label, float[] gradient)\n{{\n    {statements}\n}}"));

    [Theory]
    [InlineData(Softmax + " gradient[0] -= 1;")]
    [InlineData(Softmax + " gradient[label]++;")]
    [InlineData(Softmax + " gradient[0]--;")]
    [InlineData(Softmax + " gradient[label] -= 0.5f;")]
    [InlineData(Softmax + " for (int j = 0; j < 10; j++) gradient[j] -= 1;")]
    [InlineData(Loops + " for (int j = 0; j < 10; j++) gradient[j] = MathF.Exp(logits[j] - max) / sum - targets[j];")]
    [InlineData("for (int j = 0; j < 10; j++) gradient[j] = logits[j] - (j == label ? 1 : 0); MathF.Exp(1);")]
    public Task What_looks_like_its_gradient_is_not(string statements) => Net.Reports(Class($"static void Gradient(float[] logits, int label, float[] gradient, float[] targets)\n{{\n    {statements}\n}}"));

    [Theory]
    [InlineData(Softmax + " {|LG4001:gradient[label] -= 1|};")]
    [InlineData(Softmax + " {|LG4001:gradient[label]--|};")]
    [InlineData(Loops + " for (int j = 0; j < 10; j++) { gradient[j] = {|LG4001:MathF.Exp(logits[j] - max) / sum - (j == label ? 1 : 0)|}; }")]
    public Task The_loops_of_a_gradient_become_a_kernel(string statements) => (Net with { MayBeBroken = true }).Cures(RuleIds.KernelFits).Fixes(
        $"using System;\n\nstatic partial class Losses\n{{\n    public static void Gradient(float[] logits, int label, Span<float> gradient)\n    {{\n        {statements}\n    }}\n}}\n",
        """
        using System;

        static partial class Losses
        {
            public static void Gradient(float[] logits, int label, Span<float> gradient)
            {
                GradientKernel(logits, new ReadOnlySpan<int>(in label), gradient);
            }

            [LossGen.CrossEntropy(10)]
            private static partial void GradientKernel(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);
        }

        """);

    [Theory]
    [InlineData("static void Gradient(float[] logits, int label, float[] gradient) { " + Softmax + " {|LG4001:gradient[label] -= 1|}; for (int j = 0; j < 10; j++) gradient[j] *= 2; }")]
    [InlineData("static void Gradient(float[] logits, int label, float[] gradient) { " + Softmax + " {|LG4001:gradient[label] -= 1|}; Console.WriteLine(sum); }")]
    [InlineData("static float total; static void Gradient(float[] logits, int label, float[] gradient) { " + Softmax + " total += max; {|LG4001:gradient[label] -= 1|}; }")]
    [InlineData("static float Loss(float[] logits, int label, float[] gradient) { " + Softmax + " return {|LG4001:max + MathF.Log(sum) - logits[label]|}; }")]
    public Task Methods_that_do_more_are_not_fixed(string members) => Net.Cures(RuleIds.KernelFits).OffersNoFix(Class(members));

    [Theory]
    [InlineData("static float Loss(float[] logits, int label, int n) { float max = logits[0]; for (int j = 1; j < n; j++) max = MathF.Max(max, logits[j]); float sum = 0; for (int j = 0; j < n; j++) sum += MathF.Exp(logits[j] - max); return max + MathF.Log(sum) - logits[label]; }")]
    [InlineData("static float Lse(float[] logits) { float max = logits[0]; for (int j = 0; j < 10; j++) max = MathF.Max(max, logits[j]); float sum = 0; for (int j = 0; j < 10; j++) sum += MathF.Exp(logits[j] - max); return max + MathF.Log(sum); }")]
    [InlineData("static float Other(float[] logits, float[] other, int label) { float max = logits[0]; for (int j = 0; j < 10; j++) max = MathF.Max(max, logits[j]); float sum = 0; for (int j = 0; j < 10; j++) sum += MathF.Exp(logits[j] - max); return max + MathF.Log(sum) - other[label]; }")]
    public Task Anything_else_is_not(string members) => Net.Reports(Class(members));

    [Fact]
    public Task Broken_code_is_silent() => (Net with { MayBeBroken = true }).Reports(Class(
        $"static float Loss(float[] logits, int label) {{ {Loops} return max + MathF.Log(sum) - ; }}"));
}
