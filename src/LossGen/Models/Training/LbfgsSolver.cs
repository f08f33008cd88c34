using System;

namespace LossGen.Models.Training;

/// <summary>L-BFGS for objectives with a gradient everywhere.</summary>
internal sealed class LbfgsSolver(FitRun run) : QuasiNewton(run)
{
    protected override double Evaluate(double[] parameters, double[] gradient) => Run.Objective.Evaluate(parameters, gradient);

    protected override double[] Slope() => Run.Gradient;

    /// <summary>Along the remembered curvature and, where that leads nowhere, along the gradient.</summary>
    protected override bool Move(double[] slope)
    {
        if (!Memory.IsEmpty)
        {
            double[] direction = Memory.Direction(slope);
            if (VectorSums.Dot(direction, slope) < 0 && new WolfeSearch(Run, direction).Move(1))
            {
                return true;
            }

            Memory.Clear();
        }

        // The first step has the length of 1 at most.
        double[] downhill = Memory.Direction(slope);
        return new WolfeSearch(Run, downhill).Move(Math.Min(1, 1 / Math.Sqrt(VectorSums.Dot(downhill, downhill))));
    }
}
