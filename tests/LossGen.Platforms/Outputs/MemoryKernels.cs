using System;
using LossGen.Numerics;

namespace LossGen.Platforms.Outputs;

/// <summary>Kernels with all spans that a row may have, for each schedule and type of numbers.</summary>
internal static partial class MemoryKernels
{
    [CrossEntropy(5, LabelSmoothing = 0.1)]
    public static partial double Float5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights);

    [CrossEntropy(10)]
    public static partial double Double10(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> gradient, Span<double> losses, ReadOnlySpan<double> classWeights, ReadOnlySpan<double> sampleWeights);

    [CrossEntropy(33)]
    public static partial double Float33(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights);

    [CrossEntropy(257)]
    public static partial double Float257(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights);

    [CrossEntropy]
    public static partial double FloatAny(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights,
        int classes);

    [CrossEntropy(5, Layout = Layout.ClassStride)]
    public static partial double FloatStrided(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights,
        int inner);

    [CrossEntropy(5)]
    public static partial double Half5(
        ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, Span<Half> gradient, Span<Half> losses, ReadOnlySpan<Half> classWeights, ReadOnlySpan<Half> sampleWeights);

    [CrossEntropy(33)]
    public static partial double BFloat33(
        ReadOnlySpan<BFloat16> logits, ReadOnlySpan<int> targets, Span<BFloat16> gradient, Span<BFloat16> losses, ReadOnlySpan<BFloat16> classWeights,
        ReadOnlySpan<BFloat16> sampleWeights);
}
