using System;
using LossGen;
using LossGen.Numerics;

namespace UnstableCode;

/// <summary>LG2001: a loss that takes logits gets probabilities, and applies its softmax once more.</summary>
public static partial class Domains
{
    [CrossEntropy(10)]
    public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);

    public static float SoftmaxTwice(ReadOnlySpan<float> outputs, ReadOnlySpan<int> targets)
    {
        var probabilities = new float[outputs.Length];
        StableMath.Softmax(outputs, probabilities);
        return Loss(probabilities, targets); // LG2001
    }

    public static float Declared([Probabilities] ReadOnlySpan<float> confidences, ReadOnlySpan<int> targets) =>
        Loss(confidences, targets); // LG2001
}
