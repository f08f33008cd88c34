using System;

namespace LossGen.Models.Training;

/// <summary>L-BFGS for objectives with a gradient everywhere.</summary>
internal static class LbfgsSolver
{
    public static FitReport Run(FitRun run)
    {
        run.Value = run.Objective.Evaluate(run.Parameters, run.Gradient);
        var memory = new LbfgsMemory();
        while (true)
        {
            double norm = VectorSums.Largest(run.Gradient);
            if (run.Next(norm) is { } end)
            {
                return run.Report(end, norm);
            }

            double[] start = run.Parameters;
            double[] gradient = run.Gradient;
            if (!Move(run, memory))
            {
                return run.Report(FitEnd.NoFurtherDecrease, norm);
            }

            memory.Add(Difference(run.Parameters, start), Difference(run.Gradient, gradient));
        }
    }

    public static double[] Difference(double[] left, double[] right)
    {
        double[] difference = (double[])left.Clone();
        VectorSums.AddMultiple(right, -1, difference);
        return difference;
    }

    /// <summary>Along the remembered curvature and, where that leads nowhere, along the gradient.</summary>
    private static bool Move(FitRun run, LbfgsMemory memory)
    {
        if (!memory.IsEmpty)
        {
            double[] direction = memory.Direction(run.Gradient);
            if (VectorSums.Dot(direction, run.Gradient) < 0 && new WolfeSearch(run, direction).Move(1))
            {
                return true;
            }

            memory.Clear();
        }

        // The first step has the length of 1 at most.
        double[] downhill = memory.Direction(run.Gradient);
        return new WolfeSearch(run, downhill).Move(Math.Min(1, 1 / Math.Sqrt(VectorSums.Dot(downhill, downhill))));
    }
}
