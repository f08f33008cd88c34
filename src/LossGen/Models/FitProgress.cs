using System;

namespace LossGen.Models;

/// <summary>Where a fit stands.</summary>
/// <param name="Iteration">How many iterations are done; epochs for <see cref="Solver.Sgd"/>.</param>
/// <param name="Objective">The mean cross-entropy plus the penalties, in nats.</param>
/// <param name="GradientNorm">The largest element of the gradient.</param>
/// <param name="Time">Since the fit began.</param>
public readonly record struct FitProgress(int Iteration, double Objective, double GradientNorm, TimeSpan Time);

/// <summary>Why a fit ended.</summary>
public enum FitEnd
{
    /// <summary>The gradient is below the tolerance.</summary>
    Converged,

    /// <summary>No step makes the objective smaller in double precision, although the gradient is above the tolerance.</summary>
    NoFurtherDecrease,

    /// <summary>All iterations are used up.</summary>
    MaxIterations,
}

/// <summary>How a fit went.</summary>
/// <param name="End">Why it ended.</param>
/// <param name="Iterations">How many iterations it took.</param>
/// <param name="Evaluations">How many times the objective and its gradient were computed over all rows.</param>
/// <param name="Objective">The mean cross-entropy plus the penalties, in nats.</param>
/// <param name="GradientNorm">The largest element of the gradient, of the pseudo-gradient with an L1 penalty.</param>
/// <param name="Time">How long it took.</param>
public sealed record FitReport(FitEnd End, int Iterations, int Evaluations, double Objective, double GradientNorm, TimeSpan Time);
