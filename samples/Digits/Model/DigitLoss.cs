using System;
using LossGen;

namespace Digits.Model;

/// <summary>The loss that is trained, and its gradient: the bodies are generated when this project is built.</summary>
internal static partial class DigitLoss
{
    /// <summary>The mean cross-entropy of the rows, and its derivative by every logit, in one pass.</summary>
    [CrossEntropy(10)]
    public static partial double LossAndGradient(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> gradient);
}
