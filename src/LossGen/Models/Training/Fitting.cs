using System;

namespace LossGen.Models.Training;

/// <summary>From checked arguments to coefficients of the features as they are.</summary>
internal static class Fitting
{
    public static unsafe (double[] Coefficients, double[] Intercepts, FitReport Report) Run(
        FeatureRows rows,
        ReadOnlySpan<int> labels,
        double[]? weights,
        int classes,
        SoftmaxRegressionOptions options)
    {
        if (options.Standardize)
        {
            rows.Standardize(options.Intercept);
        }

        fixed (int* first = labels)
        {
            var objective = new Objective(rows, first, weights, classes, options);
            var run = new FitRun(objective, options, Start(objective, rows, options));
            var report = options.Solver switch
            {
                Solver.GradientDescent => GradientDescentSolver.Run(run),
                Solver.Sgd => SgdSolver.Run(run, rows.Length, weights is not null),
                _ => options.L1 > 0 ? OrthantSolver.Run(run) : LbfgsSolver.Run(run),
            };
            if (!double.IsFinite(run.Value))
            {
                throw new ArgumentException("The cross-entropy is not finite at the start: a feature is NaN or ∞, or too large.", "features");
            }

            double[] coefficients = run.Parameters[..objective.Coefficients];
            double[] intercepts = run.Parameters[objective.Coefficients..];
            ToOriginal(coefficients, intercepts, rows);
            return (coefficients, intercepts, report);
        }
    }

    private static double[] Start(Objective objective, FeatureRows rows, SoftmaxRegressionOptions options)
    {
        double[] start = new double[objective.Count];
        if (options.WarmStart is not { } model)
        {
            return start;
        }

        if (model.Classes != objective.Classes || model.FeatureCount != rows.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"'WarmStart' has {model.Classes} classes and {model.FeatureCount} features; {objective.Classes} and {rows.Length} are needed."),
                nameof(options));
        }

        model.Coefficients.CopyTo(start);
        if (options.Intercept)
        {
            model.Intercepts.CopyTo(start.AsSpan(objective.Coefficients));
        }

        if (rows.Standard is { } standard)
        {
            for (int i = 0; i < objective.Coefficients; i++)
            {
                int d = i % rows.Length;
                start[objective.Coefficients + (i / rows.Length)] += start[i] * standard.Means[d];
                start[i] = standard.Factors[d] == 0 ? 0 : start[i] / standard.Factors[d];
            }
        }

        return start;
    }

    /// <summary>w·(x − mean)·factor = (w·factor)·x − w·factor·mean.</summary>
    private static void ToOriginal(double[] coefficients, double[] intercepts, FeatureRows rows)
    {
        if (rows.Standard is not { } standard)
        {
            return;
        }

        for (int i = 0; i < coefficients.Length; i++)
        {
            int d = i % rows.Length;
            coefficients[i] *= standard.Factors[d];
            intercepts[i / rows.Length] -= coefficients[i] * standard.Means[d];
        }
    }
}
