using System;

namespace LossGen.Benchmarks;

/// <summary>Kernels with a mask of flags and of bits, and the same without.</summary>
internal static partial class MaskKernels
{
    [CrossEntropy(10)]
    public static partial float Plain10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(10)]
    public static partial float Plain10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(10)]
    public static partial float Flags10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> mask);

    [CrossEntropy(10)]
    public static partial float Flags10(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<bool> mask,
        Span<float> gradient);

    [CrossEntropy(10)]
    public static partial float Bits10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<ulong> mask);

    [CrossEntropy(10)]
    public static partial float Bits10(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<ulong> mask,
        Span<float> gradient);

    [CrossEntropy(32)]
    public static partial float Plain32(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(32)]
    public static partial float Plain32(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(32)]
    public static partial float Flags32(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> mask);

    [CrossEntropy(32)]
    public static partial float Flags32(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<bool> mask,
        Span<float> gradient);

    [CrossEntropy(32)]
    public static partial float Bits32(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<ulong> mask);

    [CrossEntropy(32)]
    public static partial float Bits32(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<ulong> mask,
        Span<float> gradient);

    [CrossEntropy(100)]
    public static partial float Plain100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(100)]
    public static partial float Plain100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(100)]
    public static partial float Flags100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> mask);

    [CrossEntropy(100)]
    public static partial float Flags100(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<bool> mask,
        Span<float> gradient);

    [CrossEntropy(100)]
    public static partial float Bits100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<ulong> mask);

    [CrossEntropy(100)]
    public static partial float Bits100(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<ulong> mask,
        Span<float> gradient);

    [CrossEntropy(1000)]
    public static partial float Plain1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(1000)]
    public static partial float Plain1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(1000)]
    public static partial float Flags1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> mask);

    [CrossEntropy(1000)]
    public static partial float Flags1000(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<bool> mask,
        Span<float> gradient);

    [CrossEntropy(1000)]
    public static partial float Bits1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<ulong> mask);

    [CrossEntropy(1000)]
    public static partial float Bits1000(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<ulong> mask,
        Span<float> gradient);
}
