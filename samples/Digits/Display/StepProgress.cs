using System;
using LossGen.Models;

namespace Digits.Display;

/// <summary>Shows an iteration while the fit waits; <see cref="Progress{T}"/> would show it later, on another thread.</summary>
internal sealed class StepProgress(Action<FitProgress> show) : IProgress<FitProgress>
{
    public void Report(FitProgress value) => show(value);
}
