using System;

namespace LossGen.Platforms.Outputs;

/// <summary>Kernels that compute their logits.</summary>
internal static partial class LinearKernels
{
    [CrossEntropy(10, Sum = true)]
    public static partial double Of10(
        ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<int> targets, Span<float> logits,
        Span<float> losses, Span<float> weightsGradient, Span<float> biasGradient, Span<float> featuresGradient);

    [CrossEntropy(33, Sum = true)]
    public static partial double Of33(
        ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<int> targets, Span<float> logits,
        Span<float> losses, Span<float> weightsGradient, Span<float> biasGradient, Span<float> featuresGradient);

    [CrossEntropy(10, Sum = true)]
    public static partial double OfDoubles(
        ReadOnlySpan<double> features, ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, ReadOnlySpan<int> targets, Span<double> logits,
        Span<double> losses, Span<double> weightsGradient, Span<double> biasGradient, Span<double> featuresGradient);
}
