using System;
using LossGen.Numerics;

namespace LossGen.Benchmarks;

/// <summary>The plain kernel with numbers of 16 bits in memory, logits and gradient.</summary>
public static partial class StorageKernels
{
    [CrossEntropy(10)]
    public static partial float Half10(ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, Span<Half> gradient);

    [CrossEntropy(100)]
    public static partial float Half100(ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, Span<Half> gradient);

    [CrossEntropy(1000)]
    public static partial float Half1000(ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, Span<Half> gradient);

    [CrossEntropy(10)]
    public static partial float BFloat10(ReadOnlySpan<BFloat16> logits, ReadOnlySpan<int> targets, Span<BFloat16> gradient);

    [CrossEntropy(100)]
    public static partial float BFloat100(ReadOnlySpan<BFloat16> logits, ReadOnlySpan<int> targets, Span<BFloat16> gradient);

    [CrossEntropy(1000)]
    public static partial float BFloat1000(ReadOnlySpan<BFloat16> logits, ReadOnlySpan<int> targets, Span<BFloat16> gradient);
}
