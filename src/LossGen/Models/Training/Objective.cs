using System;

namespace LossGen.Models.Training;

/// <summary>
/// The mean cross-entropy plus the L2 penalty, and its gradient. Parameters are classes × features coefficients, then one number per class.
/// Where the rows are is the business of the classes behind it.
/// </summary>
internal abstract class Objective(int classes, int features, SoftmaxRegressionOptions options, Roughness roughness)
{
    /// <summary>The number of classes.</summary>
    public int Classes { get; } = classes;

    /// <summary>The number of coefficients: the parameters without the intercepts.</summary>
    public int Coefficients { get; } = checked(classes * features);

    /// <summary>The number of parameters.</summary>
    public int Count { get; } = checked((classes * features) + classes);

    /// <summary>How far it may be from the objective that is asked for.</summary>
    public Roughness Roughness { get; } = roughness;

    /// <summary>How many times it was computed.</summary>
    public int Evaluations { get; private set; }

    protected SoftmaxRegressionOptions Options { get; } = options;

    public double Evaluate(double[] parameters, double[] gradient)
    {
        Options.CancellationToken.ThrowIfCancellationRequested();
        Evaluations++;
        return Mean(parameters, gradient) + AddPenalty(parameters, gradient);
    }

    /// <summary>The mean cross-entropy over all rows; its gradient is written.</summary>
    protected abstract double Mean(double[] parameters, double[] gradient);

    protected double AddPenalty(double[] parameters, double[] gradient)
    {
        double squares = 0;
        for (int i = 0; i < Coefficients; i++)
        {
            squares += parameters[i] * parameters[i];
            gradient[i] += Options.L2 * parameters[i];
        }

        return Options.L2 / 2 * squares;
    }
}
