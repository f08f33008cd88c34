using System;
using LossGen;

namespace Fresh;

/// <summary>What a user gets wrong on the first day. Every mistake is one error at its place, and the one good kernel is generated.</summary>
public static partial class Mistakes
{
    [CrossEntropy(10)]
    public static partial float Good(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(10)]
    public static partial void Nothing(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets); // LG0006

    [HingeLoss(10)] // LG0010
    public static partial float Flat(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> hessianDiagonal);

    [CrossEntropy(10)]
    [BrierLoss(10)] // LG0017
    public static partial float Twice(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(10)]
    public static partial float Typo(ReadOnlySpan<float> logit, ReadOnlySpan<int> targets); // LG0005

    public static void Run()
    {
        [CrossEntropy(10)] // LG0014
        static float Local(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets) => 0;

        Local(default, default);
    }
}
