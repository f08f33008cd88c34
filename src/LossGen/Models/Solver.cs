namespace LossGen.Models;

/// <summary>How the minimum of a penalised cross-entropy is found.</summary>
public enum Solver
{
    /// <summary>
    /// L-BFGS with ten pairs and strong Wolfe steps (Nocedal and Wright, Numerical Optimization, 2006, algorithms 7.5 and 3.5). With an L1 penalty
    /// its orthant-wise variant (Andrew and Gao 2007).
    /// </summary>
    Lbfgs,

    /// <summary>The gradient's direction, and a step that Brent's method finds in each iteration.</summary>
    GradientDescent,

    /// <summary>Steps along the gradients of small batches in a random order. Does not converge to many digits, and needs little time to a few.</summary>
    Sgd,
}
