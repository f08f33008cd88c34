using System;

namespace LossGen.Models.Training;

/// <summary>
/// Orthant-wise L-BFGS (Andrew and Gao, Scalable Training of L1-Regularized Log-Linear Models, ICML 2007): within an orthant λ·Σ |W| is linear,
/// and a step that would leave it ends at 0.
/// </summary>
internal static class OrthantSolver
{
    private const double Decrease = 1e-4;
    private const int MostHalvings = 50;

    public static FitReport Run(FitRun run)
    {
        run.Value = Evaluate(run, run.Parameters, run.Gradient);
        var memory = new LbfgsMemory();
        while (true)
        {
            double[] slope = PseudoGradient(run);
            double norm = VectorSums.Largest(slope);
            if (run.Next(norm) is { } end)
            {
                return run.Report(end, norm);
            }

            double[] start = run.Parameters;
            double[] gradient = run.Gradient;
            if (!Move(run, slope, memory) && (memory.IsEmpty || !Move(run, slope, Forget(memory))))
            {
                return run.Report(FitEnd.NoFurtherDecrease, norm);
            }

            memory.Add(LbfgsSolver.Difference(run.Parameters, start), LbfgsSolver.Difference(run.Gradient, gradient));
        }
    }

    private static LbfgsMemory Forget(LbfgsMemory memory)
    {
        memory.Clear();
        return memory;
    }

    private static bool Move(FitRun run, double[] slope, LbfgsMemory memory)
    {
        double[] direction = memory.Direction(slope);
        double[] start = run.Parameters;
        for (int i = 0; i < run.Objective.Coefficients; i++)
        {
            direction[i] = direction[i] * slope[i] < 0 ? direction[i] : 0;
        }

        double step = memory.IsEmpty ? Math.Min(1, 1 / Math.Sqrt(VectorSums.Dot(direction, direction))) : 1;
        for (int halving = 0; halving < MostHalvings; halving++, step /= 2)
        {
            double[] parameters = (double[])start.Clone();
            VectorSums.AddMultiple(direction, step, parameters);
            StayInOrthant(parameters, start, slope, run.Objective.Coefficients);
            double[] gradient = new double[start.Length];
            double value = Evaluate(run, parameters, gradient);
            double expected = 0;
            for (int i = 0; i < start.Length; i++)
            {
                expected += slope[i] * (parameters[i] - start[i]);
            }

            if (value < run.Value && value <= run.Value + (Decrease * expected))
            {
                (run.Parameters, run.Gradient, run.Value) = (parameters, gradient, value);
                return true;
            }
        }

        return false;
    }

    /// <summary>What has changed its sign becomes 0; what was 0 may only go where its slope falls.</summary>
    private static void StayInOrthant(double[] parameters, double[] start, double[] slope, int count)
    {
        for (int i = 0; i < count; i++)
        {
            double side = start[i] != 0 ? start[i] : -slope[i];
            parameters[i] = parameters[i] * side > 0 ? parameters[i] : 0;
        }
    }

    /// <summary>The slope of the steepest descent: at 0 that of the side which falls, or 0 where both rise.</summary>
    private static double[] PseudoGradient(FitRun run)
    {
        double[] slope = (double[])run.Gradient.Clone();
        double penalty = run.Options.L1;
        for (int i = 0; i < run.Objective.Coefficients; i++)
        {
            double x = run.Parameters[i];
            slope[i] = x > 0 ? slope[i] + penalty
                : x < 0 ? slope[i] - penalty
                : slope[i] + penalty < 0 ? slope[i] + penalty
                : slope[i] - penalty > 0 ? slope[i] - penalty
                : 0;
        }

        return slope;
    }

    private static double Evaluate(FitRun run, double[] parameters, double[] gradient)
    {
        double sizes = 0;
        for (int i = 0; i < run.Objective.Coefficients; i++)
        {
            sizes += Math.Abs(parameters[i]);
        }

        return run.Objective.Evaluate(parameters, gradient) + (run.Options.L1 * sizes);
    }
}
