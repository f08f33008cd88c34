using System;
using System.Diagnostics;

namespace LossGen.Models.Training;

/// <summary>What every solver keeps: the parameters, their objective and gradient, and the reports to the caller.</summary>
internal sealed class FitRun(Objective exact, SoftmaxRegressionOptions options, double[] start)
{
    private readonly long began = Stopwatch.GetTimestamp();

    /// <summary>The objective that is asked for.</summary>
    public Objective Exact { get; } = exact;

    /// <summary>The one that is evaluated now.</summary>
    public Objective Objective { get; set; } = exact;

    public SoftmaxRegressionOptions Options => options;

    /// <summary>The parameters, which the solver changes.</summary>
    public double[] Parameters { get; set; } = start;

    public double[] Gradient { get; set; } = new double[start.Length];

    /// <summary>The objective of the parameters, with all penalties.</summary>
    public double Value { get; set; }

    public int Iterations { get; private set; }

    /// <summary>Whether no iteration is left.</summary>
    public bool IsSpent => Iterations == options.MaxIterations;

    /// <summary>Evaluations of a rougher objective that came first.</summary>
    public int RoughEvaluations { get; set; }

    /// <summary>Whether the fit is done, after an iteration with this gradient.</summary>
    public FitEnd? Next(double gradientNorm)
    {
        options.Progress?.Report(new FitProgress(Iterations, Value, gradientNorm, Stopwatch.GetElapsedTime(began)));
        if (gradientNorm <= options.Tolerance)
        {
            return FitEnd.Converged;
        }

        if (IsSpent)
        {
            return FitEnd.MaxIterations;
        }

        Iterations++;
        return null;
    }

    public FitReport Report(FitEnd end, double gradientNorm) =>
        new(end, Iterations, RoughEvaluations + Exact.Evaluations, Value, gradientNorm, Stopwatch.GetElapsedTime(began));
}
