using System;

namespace LossGen.Models.Training;

/// <summary>The objective of rows that only the caller sees: it gets their summed loss and gradient, and makes means of them.</summary>
internal sealed class SummedObjective(SummedGradient sum, long rows, int classes, int features, SoftmaxRegressionOptions options)
    : Objective(classes, features, options, Roughness.None)
{
    private readonly double scale = 1.0 / rows;

    protected override double Mean(double[] parameters, double[] gradient)
    {
        // What the caller does not write counts as 0, whatever an evaluation before has left there.
        Array.Clear(gradient);
        double loss = sum(parameters, gradient);
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] *= scale;
        }

        if (!Options.Intercept)
        {
            gradient.AsSpan(Coefficients).Clear();
        }

        return loss * scale;
    }
}
