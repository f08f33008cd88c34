using System;
using LossGen;

namespace OnnxEvaluation;

internal static partial class Evaluation
{
    /// <summary>All that an evaluation needs, from one pass over the logits.</summary>
    [CrossEntropy(10)]
    public static partial double Loss(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> probabilities, Span<float> losses, out int correct);
}
