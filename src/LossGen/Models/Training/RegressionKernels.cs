using System;

namespace LossGen.Models.Training;

/// <summary>The kernels of the estimator, which this package's own generator writes.</summary>
internal static partial class RegressionKernels
{
    /// <summary>The summed cross-entropy of some rows times <paramref name="scale"/>, and its gradients.</summary>
    [CrossEntropy(Reduction = Reduction.Sum)]
    internal static partial double Loss(
        ReadOnlySpan<double> features,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> bias,
        ReadOnlySpan<int> targets,
        int classes,
        double scale,
        Span<double> weightsGradient,
        Span<double> biasGradient,
        ReadOnlySpan<double> sampleWeights = default);

    /// <summary>The same with smoothed labels, whose share is known at run time only.</summary>
    [CustomLoss(nameof(Smoothed), Reduction = Reduction.Sum)]
    internal static partial double SmoothedLoss(
        ReadOnlySpan<double> features,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> bias,
        ReadOnlySpan<int> targets,
        int classes,
        double smoothing,
        double scale,
        Span<double> weightsGradient,
        Span<double> biasGradient,
        ReadOnlySpan<double> sampleWeights = default);

    /// <summary>Probabilities from logits, also in their place.</summary>
    [Softmax]
    internal static partial void Probabilities(ReadOnlySpan<double> logits, Span<double> probabilities, int classes);

    [LossFormula]
    private static double Smoothed(LossRow row, double smoothing) =>
        (1 - smoothing) * row.NegLogP(row.Target) + smoothing / row.Classes * row.Sum(k => row.NegLogP(k));
}
