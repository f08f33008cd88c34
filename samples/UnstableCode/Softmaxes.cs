using System;
using System.Linq;
using System.Numerics.Tensors;
using LossGen.Numerics;

namespace UnstableCode;

/// <summary>LG1001: a softmax rounds small probabilities to zero, and then the logarithm of that zero is taken.</summary>
public static class Softmaxes
{
    public static double NegativeLogLikelihood(double[] logits, int target)
    {
        var probabilities = new double[logits.Length];
        StableMath.Softmax(logits, probabilities);
        return -Math.Log(probabilities[target]); // LG1001
    }

    public static double WithAnEpsilon(double[] logits, int target)
    {
        var probabilities = new double[logits.Length];
        StableMath.Softmax(logits, probabilities);
        return -Math.Log(probabilities[target] + 1e-12); // LG1001
    }

    public static double ByHand(double[] logits, int target)
    {
        double max = logits.Max();
        double[] exponentials = logits.Select(x => Math.Exp(x - max)).ToArray();
        double sum = exponentials.Sum();
        return -Math.Log(exponentials[target] / sum); // LG1001
    }

    public static void InPlace(ReadOnlySpan<float> logits, Span<float> logProbabilities)
    {
        StableMath.Softmax(logits, logProbabilities);
        TensorPrimitives.Log(logProbabilities, logProbabilities); // LG1001
    }

    public static double Entropy(double[] logits)
    {
        var probabilities = new double[logits.Length];
        StableMath.Softmax(logits, probabilities);
        double entropy = 0;
        foreach (double p in probabilities)
        {
            entropy -= p * Math.Log(p); // LG1001
        }

        return entropy;
    }
}
