namespace LossGen.Benchmarks.Regression;

/// <summary>One way to fit, on one thread.</summary>
internal interface IRegressionSolver
{
    string Name { get; }

    /// <summary>A tolerance that is too loose, to begin the search with.</summary>
    double FirstTolerance { get; }

    /// <summary>Fits to a tolerance of the solver's own kind.</summary>
    Fitted Fit(double tolerance);
}

/// <summary>What a fit came to.</summary>
/// <param name="Seconds">The processor time of the fit alone, without loading or converting data. Of one thread on a quiet machine that is the time
/// that passes; on a busy one it leaves out the others' work.</param>
/// <param name="Iterations">As the solver reports them; 0 if it does not.</param>
/// <param name="Parameters">Coefficients, then intercepts.</param>
internal sealed record Fitted(double Seconds, int Iterations, double[] Parameters);
