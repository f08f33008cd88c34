using System;
using LossGen;

namespace Fresh;

internal static partial class DigitLoss
{
    [CrossEntropy(10)]
    public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [CrossEntropy(10, LabelSmoothing = 0.1)]
    public static partial float Smoothed(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(1000)]
    public static partial double Wide(ReadOnlySpan<double> logits, ReadOnlySpan<short> targets, Span<double> gradient);
}
