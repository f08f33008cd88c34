using System;
using LossGen;

namespace MultiLabel;

/// <summary>The kernels: their bodies are generated when this project is built. Both compute the logits from the images.</summary>
internal static partial class LabelLoss
{
    public const int Count = 5;

    /// <summary>The mean over images and labels, and its derivative by the layer.</summary>
    [BinaryCrossEntropy(Count)]
    public static partial float Loss(
        ReadOnlySpan<float> features,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<ulong> targets,
        ReadOnlySpan<float> posWeights,
        Span<float> weightsGradient,
        Span<float> biasGradient);

    /// <summary>The probability of a yes to each question.</summary>
    [BinaryCrossEntropy(Count)]
    public static partial float Evaluate(
        ReadOnlySpan<float> features,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<ulong> targets,
        Span<float> probabilities);
}
