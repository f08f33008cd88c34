using System;

namespace LossGen.Samples.Tests.Regression;

/// <summary>The textbook's neuron, as the textbook computes it: a = σ(w + b), both 2 at first, and the target 0.</summary>
internal static class Neuron
{
    /// <summary>The outputs before each of 301 steps.</summary>
    /// <param name="derivative">Of the loss with respect to the logit, from the output and its slope a·(1 − a).</param>
    public static double[] Outputs(Func<double, double, double> derivative)
    {
        double w = 2;
        double b = 2;
        double[] outputs = new double[301];
        for (int step = 0; step < outputs.Length; step++)
        {
            double a = 1 / (1 + Math.Exp(-(w + b)));
            outputs[step] = a;
            double change = 0.15 * derivative(a, a * (1 - a));
            w -= change;
            b -= change;
        }

        return outputs;
    }
}
