using System;

namespace LossGen.Platforms.Outputs;

/// <summary>Masks of flags and of bits, and none, for each schedule and layout.</summary>
internal static partial class MaskKernels
{
    [CrossEntropy(5)]
    public static partial void Plain5(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [CrossEntropy(5)]
    public static partial void Flags5(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> mask, Span<float> gradient, Span<float> losses);

    [CrossEntropy(5)]
    public static partial void Words5(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<ulong> mask, Span<float> gradient, Span<float> losses);

    [CrossEntropy(70)]
    public static partial void Plain70(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [CrossEntropy(70)]
    public static partial void Flags70(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> mask, Span<float> gradient, Span<float> losses);

    [CrossEntropy(70)]
    public static partial void Words70(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<ulong> mask, Span<float> gradient, Span<float> losses);

    [CrossEntropy(300)]
    public static partial void Plain300(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [CrossEntropy(300)]
    public static partial void Flags300(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> mask, Span<float> gradient, Span<float> losses);

    [CrossEntropy(300)]
    public static partial void Words300(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<ulong> mask, Span<float> gradient, Span<float> losses);

    [CrossEntropy(5, Layout = Layout.ClassStride)]
    public static partial void PlainStrided(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, int inner);

    [CrossEntropy(5, Layout = Layout.ClassStride)]
    public static partial void FlagsStrided(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<bool> mask, Span<float> gradient, Span<float> losses, int inner);
}
