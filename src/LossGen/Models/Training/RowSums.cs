namespace LossGen.Models.Training;

/// <summary>
/// Sums over rows that follow each other. Each part of a fit has one of its own, with the memory it needs, so that parts run side by side.
/// </summary>
internal abstract class RowSums
{
    /// <summary>The summed cross-entropy of some rows; its gradient is written.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row behind the last.</param>
    /// <param name="parameters">Classes × features coefficients, then one intercept per class.</param>
    /// <param name="gradient">Written, as many as there are parameters.</param>
    public abstract double Sum(int first, int end, double[] parameters, double[] gradient);
}
