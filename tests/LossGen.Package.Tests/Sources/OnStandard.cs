using System;

namespace Fresh;

public static class OnStandard
{
    public static double LogSigmoid(double x) => Math.Log(1 / (1 + Math.Exp(-x))); // LG1002

    public static double NegativeLogLikelihood(double[] logits, int target)
    {
        var probabilities = new double[logits.Length];
        LossGen.Numerics.StableMath.Softmax(logits, probabilities);
        return -Math.Log(probabilities[target]); // LG1001
    }
}
