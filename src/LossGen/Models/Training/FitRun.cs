using System;
using System.Diagnostics;

namespace LossGen.Models.Training;

/// <summary>What every solver keeps: the parameters, their objective and gradient, and the reports to the caller.</summary>
internal sealed class FitRun(Objective objective, SoftmaxRegressionOptions options, double[] start)
{
    private readonly long began = Stopwatch.GetTimestamp();

    public Objective Objective => objective;

    public SoftmaxRegressionOptions Options => options;

    /// <summary>The parameters, which the solver changes.</summary>
    public double[] Parameters { get; set; } = start;

    public double[] Gradient { get; set; } = new double[start.Length];

    /// <summary>The objective of the parameters, with all penalties.</summary>
    public double Value { get; set; }

    public int Iterations { get; private set; }

    /// <summary>Whether the fit is done, after an iteration with this gradient.</summary>
    public FitEnd? Next(double gradientNorm)
    {
        options.Progress?.Report(new FitProgress(Iterations, Value, gradientNorm, Stopwatch.GetElapsedTime(began)));
        if (gradientNorm <= options.Tolerance)
        {
            return FitEnd.Converged;
        }

        if (Iterations == options.MaxIterations)
        {
            return FitEnd.MaxIterations;
        }

        Iterations++;
        return null;
    }

    public FitReport Report(FitEnd end, double gradientNorm) =>
        new(end, Iterations, objective.Evaluations, Value, gradientNorm, Stopwatch.GetElapsedTime(began));
}
