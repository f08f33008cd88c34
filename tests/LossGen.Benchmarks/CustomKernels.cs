using System;

namespace LossGen.Benchmarks;

/// <summary>Losses written as formulas beside the plain cross-entropy and a loss of the family.</summary>
internal static partial class CustomKernels
{
    [LossFormula]
    private static double Own(LossRow row) => -Math.Log(row.P(row.Target));

    [LossFormula]
    private static double Symmetric(LossRow row, double a, double b) => a * -Math.Log(row.P(row.Target)) + (b * 4 * (1 - row.P(row.Target)));

    [LossFormula]
    private static double Taylor(LossRow row)
    {
        double q = row.Q(row.Target);
        return q + (Math.Pow(q, 2) / 2) + (Math.Pow(q, 3) / 3);
    }

    [LossFormula]
    private static double OwnFocal(LossRow row) => Math.Pow(1 - row.P(row.Target), 2) * -Math.Log(row.P(row.Target));

    [CrossEntropy(10)]
    public static partial float Plain10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CustomLoss(10, nameof(Own))]
    public static partial float Own10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CustomLoss(10, nameof(Symmetric))]
    public static partial float Symmetric10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, double a, double b, Span<float> gradient);

    [CustomLoss(10, nameof(Taylor))]
    public static partial float Taylor10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [FocalCrossEntropy(10)]
    public static partial float Focal10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CustomLoss(10, nameof(OwnFocal))]
    public static partial float OwnFocal10(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(100)]
    public static partial float Plain100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CustomLoss(100, nameof(Own))]
    public static partial float Own100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CustomLoss(100, nameof(Symmetric))]
    public static partial float Symmetric100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, double a, double b, Span<float> gradient);

    [CustomLoss(100, nameof(Taylor))]
    public static partial float Taylor100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [FocalCrossEntropy(100)]
    public static partial float Focal100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CustomLoss(100, nameof(OwnFocal))]
    public static partial float OwnFocal100(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CrossEntropy(1000)]
    public static partial float Plain1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CustomLoss(1000, nameof(Own))]
    public static partial float Own1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CustomLoss(1000, nameof(Symmetric))]
    public static partial float Symmetric1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, double a, double b, Span<float> gradient);

    [CustomLoss(1000, nameof(Taylor))]
    public static partial float Taylor1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [FocalCrossEntropy(1000)]
    public static partial float Focal1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    [CustomLoss(1000, nameof(OwnFocal))]
    public static partial float OwnFocal1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);
}
