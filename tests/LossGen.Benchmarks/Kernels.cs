using System;
using System.Collections.Generic;

namespace LossGen.Benchmarks;

internal delegate float Forward(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

internal delegate float ForwardAndGradient(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

/// <summary>The kernels that are measured.</summary>
internal static partial class Kernels
{
    public static IReadOnlyDictionary<int, (Forward Forward, ForwardAndGradient Gradient)> ByClassCount { get; } = new Dictionary<int, (Forward, ForwardAndGradient)>
    {
        [2] = (Forward2, Gradient2),
        [3] = (Forward3, Gradient3),
        [5] = (Forward5, Gradient5),
        [10] = (Forward10, Gradient10),
        [16] = (Forward16, Gradient16),
        [24] = (Forward24, Gradient24),
        [32] = (Forward32, Gradient32),
        [48] = (Forward48, Gradient48),
        [64] = (Forward64, Gradient64),
        [100] = (Forward100, Gradient100),
        [128] = (Forward128, Gradient128),
        [256] = (Forward256, Gradient256),
        [512] = (Forward512, Gradient512),
        [1000] = (Forward1000, Gradient1000),
        [1024] = (Forward1024, Gradient1024),
        [32000] = (Forward32000, Gradient32000),
    };

    [CrossEntropy(2)]
    public static partial float Forward2(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(2)]
    public static partial float Gradient2(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(3)]
    public static partial float Forward3(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(3)]
    public static partial float Gradient3(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(5)]
    public static partial float Forward5(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(5)]
    public static partial float Gradient5(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(10)]
    public static partial float Forward10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(10)]
    public static partial float Gradient10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(16)]
    public static partial float Forward16(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(16)]
    public static partial float Gradient16(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(24)]
    public static partial float Forward24(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(24)]
    public static partial float Gradient24(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(32)]
    public static partial float Forward32(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(32)]
    public static partial float Gradient32(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(48)]
    public static partial float Forward48(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(48)]
    public static partial float Gradient48(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(64)]
    public static partial float Forward64(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(64)]
    public static partial float Gradient64(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(100)]
    public static partial float Forward100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(100)]
    public static partial float Gradient100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(128)]
    public static partial float Forward128(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(128)]
    public static partial float Gradient128(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(256)]
    public static partial float Forward256(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(256)]
    public static partial float Gradient256(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(512)]
    public static partial float Forward512(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(512)]
    public static partial float Gradient512(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(1000)]
    public static partial float Forward1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(1000)]
    public static partial float Gradient1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(1024)]
    public static partial float Forward1024(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(1024)]
    public static partial float Gradient1024(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(32000)]
    public static partial float Forward32000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(32000)]
    public static partial float Gradient32000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);
}
