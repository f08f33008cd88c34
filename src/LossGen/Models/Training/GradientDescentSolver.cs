using System;

namespace LossGen.Models.Training;

/// <summary>
/// Steepest descent whose step is the minimum along the gradient, by Brent's method: the rate is as good as any step can make it, and the path
/// shows what a fixed rate loses.
/// </summary>
internal static class GradientDescentSolver
{
    private const int MostDoublings = 60;

    public static FitReport Run(FitRun run)
    {
        run.Value = run.Objective.Evaluate(run.Parameters, run.Gradient);
        double step = 1;
        while (true)
        {
            double norm = VectorSums.Largest(run.Gradient);
            if (run.Next(norm) is { } end)
            {
                return run.Report(end, norm);
            }

            step = BestStep(run, step);
            double[] parameters = Moved(run, step);
            double[] gradient = new double[parameters.Length];
            double value = run.Objective.Evaluate(parameters, gradient);
            if (!(value < run.Value))
            {
                return run.Report(FitEnd.NoFurtherDecrease, norm);
            }

            (run.Parameters, run.Gradient, run.Value) = (parameters, gradient, value);
        }
    }

    /// <summary>First a step beyond the minimum, from the one before; then the minimum to a hundredth of it.</summary>
    private static double BestStep(FitRun run, double before)
    {
        double[] unused = new double[run.Parameters.Length];
        double Along(double step) => run.Objective.Evaluate(Moved(run, step), unused);
        double far = before;
        double value = Along(far);
        for (int i = 0; i < MostDoublings && value < run.Value; i++)
        {
            double farther = Along(far * 2);
            far *= 2;
            if (!(farther < value))
            {
                break;
            }

            value = farther;
        }

        return BrentMinimum.Find(Along, 0, far, far * 1e-2);
    }

    private static double[] Moved(FitRun run, double step)
    {
        double[] parameters = (double[])run.Parameters.Clone();
        VectorSums.AddMultiple(run.Gradient, -step, parameters);
        return parameters;
    }
}
