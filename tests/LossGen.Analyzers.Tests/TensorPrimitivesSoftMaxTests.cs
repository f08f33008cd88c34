using System.Threading.Tasks;
using Xunit;
using static LossGen.Analyzers.Tests.Test;

namespace LossGen.Analyzers.Tests;

public class TensorPrimitivesSoftMaxTests
{
    [Theory]
    [InlineData("{|LG3001:TensorPrimitives.SoftMax(fs, fs)|};", "StableMath.Softmax(fs, fs);")]
    [InlineData("{|LG3001:TensorPrimitives.SoftMax<double>(xs, ys)|}; // p", "StableMath.Softmax(xs, ys); // p")]
    [InlineData("{|LG3001:TensorPrimitives.SoftMax(xs.AsSpan(0, k), destination: ys)|};", "StableMath.Softmax(xs.AsSpan(0, k), destination: ys);")]
    [InlineData("Action a = () => {|LG3001:TensorPrimitives.SoftMax(fs, fs)|};", "Action a = () => StableMath.Softmax(fs, fs);")]
    public Task Raw_logits_are_flagged_and_fixed(string before, string after) =>
        Net.Cures(RuleIds.TensorPrimitivesSoftMax).Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("TensorPrimitives.Subtract(xs, TensorPrimitives.Max<double>(xs), ys); TensorPrimitives.SoftMax<double>(ys, ys);")]
    [InlineData("var m = TensorPrimitives.Max(fs); TensorPrimitives.Subtract(fs, m, fs); TensorPrimitives.SoftMax(fs, fs);")]
    [InlineData("TensorPrimitives.Add(xs, -TensorPrimitives.Max<double>(xs), ys); TensorPrimitives.SoftMax<double>(ys, ys);")]
    [InlineData("var m = xs.Max(); for (int i = 0; i < n; i++) xs[i] -= m; TensorPrimitives.SoftMax<double>(xs, ys);")]
    [InlineData("var m = xs.Max(); var shifted = xs.Select(v => v - m).ToArray(); TensorPrimitives.SoftMax<double>(shifted, ys);")]
    [InlineData("double m = double.MinValue; foreach (var v in xs) if (v > m) m = v; for (int i = 0; i < n; i++) ys[i] = xs[i] - m; TensorPrimitives.SoftMax<double>(ys, ys);")]
    [InlineData("TensorPrimitives.Clamp(xs, -50, 50, ys); TensorPrimitives.SoftMax<double>(ys, ys);")]
    [InlineData("TensorPrimitives.Tanh(fs, fs); TensorPrimitives.SoftMax(fs, fs);")]
    [InlineData("StableMath.Softmax(xs, ys);")]
    [InlineData("TensorPrimitives.Sigmoid(xs, ys);")]
    public Task Shifted_or_bounded_logits_are_not(string statements) => Net.Reports(Body(statements));

    [Theory]
    [InlineData("{|LG3001:TensorPrimitives.SoftMax(new float[] { 100, 99, 0 }, fs)|};")]
    [InlineData("{|LG3001:TensorPrimitives.SoftMax<float>([100, 99, 0], fs)|};")]
    [InlineData("float[] z = { 88.6f, 88.6f }; {|LG3001:TensorPrimitives.SoftMax(z, fs)|};")]
    [InlineData("{|LG3001:TensorPrimitives.SoftMax(new[] { -200f, -200f }, fs)|};")]
    [InlineData("{|LG3001:TensorPrimitives.SoftMax([f, 0], fs)|};")]
    [InlineData("TensorPrimitives.SoftMax(new float[] { 1, 2, 3 }, fs);")]
    [InlineData("TensorPrimitives.SoftMax<float>([1, 2, 3], fs);")]
    [InlineData("TensorPrimitives.SoftMax(new float[] { -200, 0 }, fs);")]
    public Task A_literal_is_judged_by_its_numbers(string statements) => Net.Reports(Body(statements));

    [Fact]
    public Task Half_and_T_are_flagged_without_a_fix() => Net.Cures(RuleIds.TensorPrimitivesSoftMax).OffersNoFix(Class("""
        static void A(Half[] x) => {|LG3001:TensorPrimitives.SoftMax<Half>(x, x)|};

        static void B<T>(ReadOnlySpan<T> x, Span<T> y) where T : IExponentialFunctions<T> => {|LG3001:TensorPrimitives.SoftMax(x, y)|};
        """));

    [Fact]
    public Task A_helper_that_shifts_is_seen() => Net.Reports(Class("""
        static void M(float[] x)
        {
            SubtractMax(x);
            TensorPrimitives.SoftMax(x, x);
        }

        static void SubtractMax(Span<float> x) => TensorPrimitives.Subtract(x, TensorPrimitives.Max(x), x);
        """));


    [Fact]
    public Task It_is_seen_in_a_property_and_is_silent_on_broken_code() => (Net with { MayBeBroken = true }).Reports("""
        using System.Numerics.Tensors;

        class D
        {
            float[] x = new float[3];
            float[] P { get { {|LG3001:TensorPrimitives.SoftMax(x, x)|}; return x; } }
            float[] Q { get { TensorPrimitives.SoftMax(x); TensorPrimitives.SoftMax(x, y; return x; } }
        }
        """);
}
