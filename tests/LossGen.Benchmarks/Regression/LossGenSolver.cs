using LossGen.Models;

namespace LossGen.Benchmarks.Regression;

internal sealed class LossGenSolver(RegressionProblem problem) : IRegressionSolver
{
    public string Name => "LossGen";

    public double FirstTolerance => 1e-3;

    public Fitted Fit(double tolerance)
    {
        double start = ProcessorTime.Seconds;
        var model = SoftmaxRegression.Fit(
            problem.Features, problem.FeatureCount, problem.Labels, new() { Classes = problem.Classes, L2 = problem.L2, Tolerance = tolerance, MaxIterations = 5000 });
        return new Fitted(ProcessorTime.Seconds - start, model.Report!.Iterations, [.. model.Coefficients, .. model.Intercepts]);
    }
}
