using System;
using LossGen;
using LossGen.Models;

namespace Digits.Model;

/// <summary>The loss that is trained, as a kernel of its own: the body is generated when this project is built.</summary>
internal static partial class DigitLoss
{
    /// <summary>The mean cross-entropy of the rows, and its derivative by every logit, in one pass.</summary>
    [CrossEntropy(10)]
    public static partial double LossAndGradient(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient);

    /// <summary>The logits of a model, as the kernel reads them.</summary>
    public static float[] Logits(SoftmaxRegression model, double[] pixels)
    {
        double[] scores = new double[pixels.Length / model.FeatureCount * model.Classes];
        model.DecisionFunction(pixels, scores);
        return Array.ConvertAll(scores, score => (float)score);
    }
}
