using System;
using LossGen;

namespace SoftmaxRegressionSample.Sections;

/// <summary>The mean cross-entropy of characters: its body is generated when this project is built.</summary>
internal static partial class TextLoss
{
    [CrossEntropy(27)]
    public static partial double Mean(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets);
}
