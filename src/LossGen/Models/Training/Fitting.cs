using System;

namespace LossGen.Models.Training;

/// <summary>From checked arguments to coefficients of the features as they are.</summary>
internal static class Fitting
{
    // Smaller fits are over before a second form of their sums has paid.
    private const int LeastProductsOfSingle = 1 << 18;

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
            var data = new FitRows(rows, first, weights);
            var sparse = SparseRows.Of(rows);
            var objective = new RowsObjective(data, sparse, classes, options, Roughness.None);
            double[] start = Start(objective, rows.Length, options);
            ToStandard(start, rows, objective.Coefficients);
            var run = new FitRun(objective, options, start);
            var rough = Rough(data, sparse, classes, options);
            var (coefficients, intercepts, report) = Run(run, rough, () => SgdSolver.Run(run, objective, data), "features");
            ToOriginal(coefficients, intercepts, rows);
            return (coefficients, intercepts, report);
        }
    }

    /// <summary>The same for rows that are elsewhere.</summary>
    public static (double[] Coefficients, double[] Intercepts, FitReport Report) Run(
        SummedObjective objective, int features, SoftmaxRegressionOptions options) => Run(
        new FitRun(objective, options, Start(objective, features, options)),
        rough: null,
        () => throw new InvalidOperationException("A stochastic fit needs rows; FitArguments refuses it."),
        "sum");

    /// <summary>What L-BFGS may start with: the same objective in float, where rows are many enough.</summary>
    private static RowsObjective? Rough(FitRows rows, SparseRows? sparse, int classes, SoftmaxRegressionOptions options)
    {
        long products = (long)rows.Count * rows.Features.Length * classes;
        if (options.Solver != Solver.Lbfgs || rows.Features.Standard is not null || products < LeastProductsOfSingle)
        {
            return null;
        }

        sparse?.Round();
        var single = rows.InSingle(sparse is null ? rows.Features.InSingle() : rows.Features);
        return new RowsObjective(single, sparse, classes, options, Roughness.Single);
    }

    private static (double[] Coefficients, double[] Intercepts, FitReport Report) Run(
        FitRun run, Objective? rough, Func<FitReport> stochastic, string source)
    {
        var report = run.Options.Solver switch
        {
            Solver.GradientDescent => GradientDescentSolver.Run(run),
            Solver.Sgd => stochastic(),
            _ => (run.Options.L1 > 0 ? (QuasiNewton)new OrthantSolver(run) : new LbfgsSolver(run)).Fit(rough),
        };
        return double.IsFinite(run.Value)
            ? (run.Parameters[..run.Objective.Coefficients], run.Parameters[run.Objective.Coefficients..], report)
            : throw new ArgumentException("The cross-entropy is not finite at the start: a feature is NaN or ∞, or too large.", source);
    }

    private static double[] Start(Objective objective, int features, SoftmaxRegressionOptions options)
    {
        double[] start = new double[objective.Count];
        if (options.WarmStart is not { } model)
        {
            return start;
        }

        if (model.Classes != objective.Classes || model.FeatureCount != features)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"'WarmStart' has {model.Classes} classes and {model.FeatureCount} features; {objective.Classes} and {features} are needed."),
                nameof(options));
        }

        model.Coefficients.CopyTo(start);
        if (options.Intercept)
        {
            model.Intercepts.CopyTo(start.AsSpan(objective.Coefficients));
        }

        return start;
    }

    /// <summary>The same model of standardised features.</summary>
    private static void ToStandard(double[] parameters, FeatureRows rows, int coefficients)
    {
        if (rows.Standard is not { } standard)
        {
            return;
        }

        for (int i = 0; i < coefficients; i++)
        {
            int d = i % rows.Length;
            parameters[coefficients + (i / rows.Length)] += parameters[i] * standard.Means[d];
            parameters[i] = standard.Factors[d] == 0 ? 0 : parameters[i] / standard.Factors[d];
        }
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
