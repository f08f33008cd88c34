using System;

namespace LossGen.Models.Training;

/// <summary>
/// Orthant-wise L-BFGS (Andrew and Gao, Scalable Training of L1-Regularized Log-Linear Models, ICML 2007): within an orthant λ·Σ |W| is linear,
/// and a step that would leave it ends at 0.
/// </summary>
internal sealed class OrthantSolver(FitRun run) : QuasiNewton(run)
{
    private const double Decrease = 1e-4;
    private const int MostHalvings = 50;

    protected override double Evaluate(double[] parameters, double[] gradient)
    {
        double sizes = 0;
        for (int i = 0; i < Run.Objective.Coefficients; i++)
        {
            sizes += Math.Abs(parameters[i]);
        }

        return Run.Objective.Evaluate(parameters, gradient) + (Run.Options.L1 * sizes);
    }

    /// <summary>The slope of the steepest descent: at 0 that of the side which falls, or 0 where both rise.</summary>
    protected override double[] Slope()
    {
        double[] slope = (double[])Run.Gradient.Clone();
        double penalty = Run.Options.L1;
        for (int i = 0; i < Run.Objective.Coefficients; i++)
        {
            double x = Run.Parameters[i];
            slope[i] = x > 0 ? slope[i] + penalty
                : x < 0 ? slope[i] - penalty
                : slope[i] + penalty < 0 ? slope[i] + penalty
                : slope[i] - penalty > 0 ? slope[i] - penalty
                : 0;
        }

        return slope;
    }

    protected override bool Move(double[] slope)
    {
        if (MoveByMemory(slope))
        {
            return true;
        }

        if (Memory.IsEmpty)
        {
            return false;
        }

        Memory.Clear();
        return MoveByMemory(slope);
    }

    private bool MoveByMemory(double[] slope)
    {
        double[] direction = Memory.Direction(slope);
        double[] start = Run.Parameters;
        for (int i = 0; i < Run.Objective.Coefficients; i++)
        {
            direction[i] = direction[i] * slope[i] < 0 ? direction[i] : 0;
        }

        double step = Memory.IsEmpty ? Math.Min(1, 1 / Math.Sqrt(VectorSums.Dot(direction, direction))) : 1;
        for (int halving = 0; halving < MostHalvings; halving++, step /= 2)
        {
            double[] parameters = (double[])start.Clone();
            VectorSums.AddMultiple(direction, step, parameters);
            StayInOrthant(parameters, start, slope, Run.Objective.Coefficients);
            double[] gradient = new double[start.Length];
            double value = Evaluate(parameters, gradient);
            double expected = 0;
            for (int i = 0; i < start.Length; i++)
            {
                expected += slope[i] * (parameters[i] - start[i]);
            }

            if (value < Run.Value && value <= Run.Value + (Decrease * expected))
            {
                (Run.Parameters, Run.Gradient, Run.Value) = (parameters, gradient, value);
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
}
