namespace LossGen.Benchmarks.Regression;

/// <summary>One way to fit, on one thread.</summary>
internal interface IRegressionSolver
{
    string Name { get; }

    /// <summary>Fits to a tolerance of the solver's own kind.</summary>
    Fitted Fit(double tolerance);
}

/// <summary>What a fit came to.</summary>
/// <param name="Seconds">The fit alone, without loading or converting data.</param>
/// <param name="Iterations">As the solver reports them; 0 if it does not.</param>
/// <param name="Parameters">Coefficients, then intercepts.</param>
internal sealed record Fitted(double Seconds, int Iterations, double[] Parameters);
