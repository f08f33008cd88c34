using System;
using System.Numerics.Tensors;
using LossGen;
using LossGen.Numerics;

namespace Fresh;

public static partial class Unstable
{
    public static void LogOfSoftmax(ReadOnlySpan<float> logits, Span<float> result)
    {
        StableMath.Softmax(logits, result);
        TensorPrimitives.Log(result, result); // LG1001
    }

    public static float SoftmaxTwice(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets)
    {
        var probabilities = new float[logits.Length];
        StableMath.Softmax(logits, probabilities);
        return Loss(probabilities, targets); // LG2001
    }

    [CrossEntropy(10)]
    public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets);
}
