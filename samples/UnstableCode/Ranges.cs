using System;
using System.Linq;
using LossGen;

namespace UnstableCode;

/// <summary>LG2016, LG2017 and LG2209: numbers that lie between other limits than the loss expects.</summary>
public static partial class Ranges
{
    [CrossEntropy(10)]
    public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    [BinaryCrossEntropy]
    public static partial float BinaryLoss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);

    public static double TanhAsProbability(double score, double label)
    {
        double p = Math.Tanh(score);
        return -(label * Math.Log(p) + (1 - label) * Math.Log(1 - p)); // LG2016
    }

    public static float TanhAsLogits(float[] scores, int[] targets) =>
        Loss(scores.Select(MathF.Tanh).ToArray(), targets); // LG2017

    public static float LabelsOfAHingeLoss(float[] logits, bool[] isSpam) =>
        BinaryLoss(logits, isSpam.Select(spam => spam ? 1f : -1f).ToArray()); // LG2209
}
