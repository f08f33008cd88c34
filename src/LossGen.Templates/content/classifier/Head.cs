using System;
using LossGen;

namespace Classifier;

/// <summary>A linear layer and its cross-entropy in one kernel. The method's body is generated: go to its definition to read it.</summary>
internal static partial class Head
{
    /// <summary>The mean loss of the rows over three classes. Writes the gradients of weights and bias, and counts the rows that are right.</summary>
    [CrossEntropy(3)]
    public static partial float Loss(
        ReadOnlySpan<float> features,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<int> targets,
        Span<float> weightsGradient,
        Span<float> biasGradient,
        out int correct);
}
