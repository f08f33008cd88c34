using System;

namespace LossGen.Platforms.Outputs;

/// <summary>Every output of a cross-entropy, for each schedule; functions of a row; a loss of the user's own; threads.</summary>
internal static partial class OutputKernels
{
    [CrossEntropy(5, Sum = true, IgnoreIndex = -100)]
    public static partial double Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> probabilities,
        Span<float> logProbabilities, Span<float> logSumExp, Span<int> predictions, out int correct, Span<float> hessianDiagonal);

    [CrossEntropy(40, Sum = true, IgnoreIndex = -100)]
    public static partial double Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> probabilities,
        Span<float> logProbabilities, Span<float> logSumExp, Span<int> predictions, out int correct, Span<float> hessianDiagonal);

    [CrossEntropy(300, Sum = true, IgnoreIndex = -100)]
    public static partial double Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> probabilities,
        Span<float> logProbabilities, Span<float> logSumExp, Span<int> predictions, out int correct, Span<float> hessianDiagonal);

    [CrossEntropy(Sum = true, IgnoreIndex = -100)]
    public static partial double OfAny(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> probabilities,
        Span<float> logProbabilities, Span<float> logSumExp, Span<int> predictions, out int correct, Span<float> hessianDiagonal, int classes);

    [CrossEntropy(10, Sum = true, Parallel = true)]
    public static partial double OnThreads(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [CrossEntropy(10, Sum = true)]
    public static partial double OnOne(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [NegativeLogLikelihood(10, Sum = true)]
    public static partial double OfLogarithms(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> losses);

    [LogSoftmax(10)]
    public static partial void Logarithms(ReadOnlySpan<float> logits, Span<float> logProbabilities);

    [Softmax(40)]
    public static partial void Softmax(ReadOnlySpan<double> logits, Span<double> probabilities);

    [CustomLoss(5, nameof(Symmetric))]
    public static partial void Custom(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> losses, Span<float> gradient);

    [LossFormula]
    private static double Symmetric(LossRow row) => row.NegLogP(row.Target) + (1 - row.P(row.Target));
}
