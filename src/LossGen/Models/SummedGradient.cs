using System;

namespace LossGen.Models;

/// <summary>The summed cross-entropy of all rows of a fit and its gradient, wherever the rows are.</summary>
/// <param name="parameters">Classes × features coefficients, then one intercept per class.</param>
/// <param name="gradient">To be written: the derivative of the sum with respect to each parameter. It is all 0 before.</param>
/// <returns>The sum of the rows' cross-entropies, in nats; without penalties, which the fit adds.</returns>
public delegate double SummedGradient(ReadOnlySpan<double> parameters, Span<double> gradient);
