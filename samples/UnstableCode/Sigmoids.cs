using System;
using LossGen.Numerics;

namespace UnstableCode;

/// <summary>LG1002: a sigmoid rounds to 0 and to 1.</summary>
public static class Sigmoids
{
    public static float LogSigmoid(float x) => MathF.Log(1 / (1 + MathF.Exp(-x))); // LG1002

    public static double BinaryCrossEntropy(double logit, double target)
    {
        double p = StableMath.Sigmoid(logit);
        double positive = target * Math.Log(p); // LG1002
        double negative = (1 - target) * Math.Log(1 - p); // LG1002
        return -(positive + negative);
    }
}
