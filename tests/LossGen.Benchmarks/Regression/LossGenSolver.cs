using System.Diagnostics;
using LossGen.Models;

namespace LossGen.Benchmarks.Regression;

internal sealed class LossGenSolver(RegressionProblem problem) : IRegressionSolver
{
    public string Name => "LossGen";

    public Fitted Fit(double tolerance)
    {
        long start = Stopwatch.GetTimestamp();
        var model = SoftmaxRegression.Fit(
            problem.Features, problem.FeatureCount, problem.Labels, new() { Classes = problem.Classes, L2 = problem.L2, Tolerance = tolerance, MaxIterations = 5000 });
        return new Fitted(Stopwatch.GetElapsedTime(start).TotalSeconds, model.Report!.Iterations, [.. model.Coefficients, .. model.Intercepts]);
    }
}
