using System;
using LossGen.Models;

namespace Cluster.Fitting;

/// <summary>Tells of iterations at once and on the thread that fits; <see cref="Progress{T}"/> would do it later, on another.</summary>
internal sealed class SteppedProgress(Action<FitProgress> step) : IProgress<FitProgress>
{
    public void Report(FitProgress value) => step(value);
}
