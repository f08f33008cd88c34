using System;
using System.Threading;

namespace LossGen.Models;

/// <summary>How a <see cref="SoftmaxRegression"/> is fitted.</summary>
public sealed class SoftmaxRegressionOptions
{
    /// <summary>The number of classes; by default one more than the highest label.</summary>
    public int? Classes { get; init; }

    /// <summary>λ of the penalty λ/2·Σ W², which is added to the mean cross-entropy; 0 or greater. The intercept is not penalised.</summary>
    public double L2 { get; init; } = 1e-3;

    /// <summary>λ of the penalty λ·Σ |W|, which makes coefficients exactly 0; 0 or greater. Needs <see cref="Models.Solver.Lbfgs"/>.</summary>
    public double L1 { get; init; }

    /// <summary>ε: the target's probability becomes 1 − ε, and ε is spread evenly over all classes; 0 ≤ ε &lt; 1.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>One weight per class, 0 or greater; empty for 1 each. They multiply the rows' weights, and the mean divides by their sum.</summary>
    public ReadOnlyMemory<double> ClassWeights { get; init; }

    /// <summary>One weight per row, 0 or greater; empty for 1 each.</summary>
    public ReadOnlyMemory<double> SampleWeights { get; init; }

    /// <summary>Whether each class has a number that does not depend on the features.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>
    /// Whether features are fitted as (x − mean)/standard deviation. The penalties then weigh all features alike; coefficients and predictions are
    /// of the features as they are. A feature that never changes gets the coefficient 0. Without <see cref="Intercept"/> the mean stays.
    /// </summary>
    public bool Standardize { get; init; }

    /// <summary>The method.</summary>
    public Solver Solver { get; init; }

    /// <summary>A model of the same classes and features to start from; without, all coefficients start at 0.</summary>
    public SoftmaxRegression? WarmStart { get; init; }

    /// <summary>The largest element of the gradient at which the fit has converged; greater than 0.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Iterations at most, epochs for <see cref="Models.Solver.Sgd"/>; 0 or greater.</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>Rows of a step of <see cref="Models.Solver.Sgd"/>; 1 or greater.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The first step of <see cref="Models.Solver.Sgd"/>, which falls to 0 by a half cosine over all epochs; greater than 0.</summary>
    public double LearningRate { get; init; } = 0.5;

    /// <summary>The order of the rows in <see cref="Models.Solver.Sgd"/>: the same seed gives the same coefficients.</summary>
    public int Seed { get; init; }

    /// <summary>Threads at most; −1 for all. Coefficients have the same bits for every number of threads.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    /// <summary>Is told of every iteration, on the thread that fits.</summary>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>Ends the fit with an <see cref="OperationCanceledException"/> between two evaluations.</summary>
    public CancellationToken CancellationToken { get; init; }
}
