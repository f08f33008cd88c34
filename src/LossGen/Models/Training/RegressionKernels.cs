using System;

namespace LossGen.Models.Training;

/// <summary>The kernels of the estimator, which this package's own generator writes: sums over rows, of features or of logits.</summary>
internal static partial class RegressionKernels
{
    /// <summary>The summed cross-entropy of some rows, smoothed or not, and its gradient.</summary>
    /// <param name="features">Rows × features.</param>
    /// <param name="labels">One class index per row.</param>
    /// <param name="weights">One number per row, or nothing.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="smoothing">ε, 0 for none.</param>
    /// <param name="parameters">Classes × features coefficients, then one intercept per class.</param>
    /// <param name="gradient">Written, as many.</param>
    internal static double Loss(
        ReadOnlySpan<double> features,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<double> weights,
        int classes,
        double smoothing,
        ReadOnlySpan<double> parameters,
        Span<double> gradient)
    {
        var w = parameters[..^classes];
        var b = parameters[^classes..];
        var ofW = gradient[..^classes];
        var ofB = gradient[^classes..];
        return smoothing == 0
            ? Plain(features, w, b, labels, classes, ofW, ofB, weights)
            : Smoothed(features, w, b, labels, classes, smoothing, ofW, ofB, weights);
    }

    /// <inheritdoc cref="Loss(ReadOnlySpan{double}, ReadOnlySpan{int}, ReadOnlySpan{double}, int, double, ReadOnlySpan{double}, Span{double})"/>
    internal static double Loss(
        ReadOnlySpan<float> features,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<float> weights,
        int classes,
        double smoothing,
        ReadOnlySpan<float> parameters,
        Span<float> gradient)
    {
        var w = parameters[..^classes];
        var b = parameters[^classes..];
        var ofW = gradient[..^classes];
        var ofB = gradient[^classes..];
        return smoothing == 0
            ? Plain(features, w, b, labels, classes, ofW, ofB, weights)
            : Smoothed(features, w, b, labels, classes, (float)smoothing, ofW, ofB, weights);
    }

    /// <summary>The same of logits, whose gradient may take their place.</summary>
    internal static double OfLogits(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> weights, int classes, double smoothing, Span<double> gradient) =>
        smoothing == 0
            ? PlainOfLogits(logits, labels, classes, gradient, weights)
            : SmoothedOfLogits(logits, labels, classes, smoothing, gradient, weights);

    /// <inheritdoc cref="OfLogits(ReadOnlySpan{double}, ReadOnlySpan{int}, ReadOnlySpan{double}, int, double, Span{double})"/>
    internal static double OfLogits(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, int classes, double smoothing, Span<float> gradient) =>
        smoothing == 0
            ? PlainOfLogits(logits, labels, classes, gradient, weights)
            : SmoothedOfLogits(logits, labels, classes, (float)smoothing, gradient, weights);

    /// <summary>Probabilities from logits, also in their place.</summary>
    [Softmax]
    internal static partial void Probabilities(ReadOnlySpan<double> logits, Span<double> probabilities, int classes);

    [CrossEntropy(Reduction = Reduction.Sum)]
    private static partial double Plain(
        ReadOnlySpan<double> features,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> bias,
        ReadOnlySpan<int> targets,
        int classes,
        Span<double> weightsGradient,
        Span<double> biasGradient,
        ReadOnlySpan<double> sampleWeights = default);

    [CrossEntropy(Reduction = Reduction.Sum)]
    private static partial double Plain(
        ReadOnlySpan<float> features,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<int> targets,
        int classes,
        Span<float> weightsGradient,
        Span<float> biasGradient,
        ReadOnlySpan<float> sampleWeights = default);

    [CrossEntropy(Reduction = Reduction.Sum)]
    private static partial double PlainOfLogits(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> targets,
        int classes,
        Span<double> gradient,
        ReadOnlySpan<double> sampleWeights = default);

    [CrossEntropy(Reduction = Reduction.Sum)]
    private static partial double PlainOfLogits(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> targets,
        int classes,
        Span<float> gradient,
        ReadOnlySpan<float> sampleWeights = default);

    // The share of a smoothed label is known at run time only.
    [CustomLoss(nameof(SmoothedLabels), Reduction = Reduction.Sum)]
    private static partial double Smoothed(
        ReadOnlySpan<double> features,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> bias,
        ReadOnlySpan<int> targets,
        int classes,
        double smoothing,
        Span<double> weightsGradient,
        Span<double> biasGradient,
        ReadOnlySpan<double> sampleWeights = default);

    [CustomLoss(nameof(SmoothedLabels), Reduction = Reduction.Sum)]
    private static partial double Smoothed(
        ReadOnlySpan<float> features,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<int> targets,
        int classes,
        float smoothing,
        Span<float> weightsGradient,
        Span<float> biasGradient,
        ReadOnlySpan<float> sampleWeights = default);

    [CustomLoss(nameof(SmoothedLabels), Reduction = Reduction.Sum)]
    private static partial double SmoothedOfLogits(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> targets,
        int classes,
        double smoothing,
        Span<double> gradient,
        ReadOnlySpan<double> sampleWeights = default);

    [CustomLoss(nameof(SmoothedLabels), Reduction = Reduction.Sum)]
    private static partial double SmoothedOfLogits(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> targets,
        int classes,
        float smoothing,
        Span<float> gradient,
        ReadOnlySpan<float> sampleWeights = default);

    [LossFormula]
    private static double SmoothedLabels(LossRow row, double smoothing) =>
        (1 - smoothing) * row.NegLogP(row.Target) + smoothing / row.Classes * row.Sum(k => row.NegLogP(k));
}
