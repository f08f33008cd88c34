using Digits.Model;
using LossGen.Models;

namespace Digits.Training;

/// <summary>What training came to.</summary>
/// <param name="Fit">How the fit went.</param>
/// <param name="DataTerm">The cross-entropy without the penalty, as the generated kernel computes it.</param>
/// <param name="Training">Predictions for the rows that it was fitted to.</param>
/// <param name="Test">Predictions for the others; null if there are none.</param>
/// <param name="KernelRowsPerSecond">How fast the kernel is.</param>
internal sealed record Outcome(FitReport Fit, double DataTerm, Evaluation Training, Evaluation? Test, double KernelRowsPerSecond);
