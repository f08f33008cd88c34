using System;
using LossGen.Numerics;

namespace LossGen.Benchmarks;

/// <summary>Linear heads of the shapes that <c>--linear</c> measures: loss, and the gradients of weights and bias. The narrow ones have features and weights in half the memory.</summary>
internal static partial class LinearKernels
{
    [CrossEntropy(10)]
    public static partial float Loss10(ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<int> targets, Span<float> weightsGradient, Span<float> biasGradient);

    [CrossEntropy(10)]
    public static partial float Narrow10(ReadOnlySpan<BFloat16> features, ReadOnlySpan<BFloat16> weights, ReadOnlySpan<float> bias, ReadOnlySpan<int> targets, Span<float> weightsGradient, Span<float> biasGradient);

    [CrossEntropy(100)]
    public static partial float Loss100(ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<int> targets, Span<float> weightsGradient, Span<float> biasGradient);

    [CrossEntropy(100)]
    public static partial float Narrow100(ReadOnlySpan<BFloat16> features, ReadOnlySpan<BFloat16> weights, ReadOnlySpan<float> bias, ReadOnlySpan<int> targets, Span<float> weightsGradient, Span<float> biasGradient);

    [CrossEntropy(1000)]
    public static partial float Loss1000(ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<int> targets, Span<float> weightsGradient, Span<float> biasGradient);

    [CrossEntropy(1000)]
    public static partial float Narrow1000(ReadOnlySpan<BFloat16> features, ReadOnlySpan<BFloat16> weights, ReadOnlySpan<float> bias, ReadOnlySpan<int> targets, Span<float> weightsGradient, Span<float> biasGradient);

    [CrossEntropy(32000)]
    public static partial float Loss32000(ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<int> targets, Span<float> weightsGradient, Span<float> biasGradient);

    [CrossEntropy(32000)]
    public static partial float Narrow32000(ReadOnlySpan<BFloat16> features, ReadOnlySpan<BFloat16> weights, ReadOnlySpan<float> bias, ReadOnlySpan<int> targets, Span<float> weightsGradient, Span<float> biasGradient);

    [CrossEntropy]
    public static partial float LossOfLogits(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int classes, Span<float> gradient);
}
