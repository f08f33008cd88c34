using System;

namespace LossGen.Models.Training;

/// <summary>
/// L-BFGS in one of its forms. It may start with a rougher objective, which costs less and leads near the minimum; what it remembers of the
/// curvature stays. The objective that is asked for comes last, and decides alone when the fit is done.
/// </summary>
internal abstract class QuasiNewton(FitRun run)
{
    protected FitRun Run { get; } = run;

    protected LbfgsMemory Memory { get; } = new();

    public FitReport Fit(Objective? rough)
    {
        double[] start = Run.Parameters;
        if (rough is not null && !Approach(rough))
        {
            // Too large for float.
            Run.Parameters = start;
            Memory.Clear();
        }

        Enter(Run.Exact);
        while (true)
        {
            double[] slope = Slope();
            double norm = VectorSums.Largest(slope);
            if (Run.Next(norm) is { } end)
            {
                return Run.Report(end, norm);
            }

            if (!Step(slope))
            {
                return Run.Report(FitEnd.NoFurtherDecrease, norm);
            }
        }
    }

    /// <summary>The objective with all penalties at some parameters, and the gradient of what has one everywhere.</summary>
    protected abstract double Evaluate(double[] parameters, double[] gradient);

    /// <summary>The gradient, or what stands for it where there is none.</summary>
    protected abstract double[] Slope();

    /// <summary>A step that makes the objective smaller; false if none is found.</summary>
    protected abstract bool Move(double[] slope);

    private void Enter(Objective objective)
    {
        Run.Objective = objective;
        Run.Gradient = new double[Run.Parameters.Length];
        Run.Value = Evaluate(Run.Parameters, Run.Gradient);
    }

    /// <summary>Goes on until a rough objective has said what it knows; false where it says nothing.</summary>
    private bool Approach(Objective objective)
    {
        Enter(objective);
        double[] slope = Slope();
        double norm = VectorSums.Largest(slope);
        double enough = Math.Max(Run.Options.Tolerance, objective.Roughness.Floor * norm);
        while (double.IsFinite(Run.Value) && norm > enough && !Run.IsSpent)
        {
            // Reports; it cannot be the end.
            Run.Next(norm);
            if (!Step(slope))
            {
                break;
            }

            slope = Slope();
            norm = VectorSums.Largest(slope);
        }

        Run.RoughEvaluations = objective.Evaluations;
        return double.IsFinite(Run.Value);
    }

    private bool Step(double[] slope)
    {
        double[] parameters = Run.Parameters;
        double[] gradient = Run.Gradient;
        if (!Move(slope))
        {
            return false;
        }

        Memory.Add(Difference(Run.Parameters, parameters), Difference(Run.Gradient, gradient));
        return true;
    }

    private static double[] Difference(double[] left, double[] right)
    {
        double[] difference = (double[])left.Clone();
        VectorSums.AddMultiple(right, -1, difference);
        return difference;
    }
}
