using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Benchmarks.Regression;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// Softmax regression to the same objective, one thread each: <c>dotnet run -c Release --project tests/LossGen.Benchmarks -- --quick --regression</c>.
/// For each solver the loosest of its tolerances that reaches the minimum to 1e-6 is found first; then all are timed in turn, as a noisy machine
/// disturbs them alike.
/// </summary>
internal static class RegressionTable
{
    private const double Close = 1e-6;

    // From the solver's first down by factors of ten.
    private const int Tolerances = 7;

    public static int Run(string[] args)
    {
        Console.WriteLine(Machine.Description);
        Console.WriteLine("| data | rows × features × classes | minimum | solver | tolerance | iterations | above the minimum | processor s, best | ÷ LossGen, median |");
        Console.WriteLine("| --- | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |");
        Measure(args, 9, RegressionProblem.Digits);
        Measure(args, 1, () => RegressionProblem.Made("made", 50_000, 784, 10, density: 1, l2: 1e-3));
        Measure(args, 3, () => RegressionProblem.Made("sparse", 20_000, 5_000, 20, density: 0.1, l2: 1e-3));
        return 0;
    }

    private static void Measure(string[] args, int rounds, Func<RegressionProblem> make)
    {
        var problem = make();
        if (args.SkipWhile(arg => arg != "--only").Skip(1).FirstOrDefault() is { } only && only != problem.Name)
        {
            return;
        }

        using var scikit = ScikitSolver.Create(problem);
        using var scikitSparse = problem.Features.Count(0) > problem.Features.Length / 2 ? ScikitSolver.Create(problem, "sparse") : null;
        IRegressionSolver?[] all = [new LossGenSolver(problem), new MlNetSolver(problem), scikit, scikitSparse];
        IRegressionSolver[] solvers = [.. all.OfType<IRegressionSolver>()];
        double minimum = problem.Objective(solvers[0].Fit(1e-7).Parameters);
        Contestant[] contestants = [.. solvers.Select(solver => Loosest(problem, solver, minimum))];
        for (int round = 0; round < rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                contestant.Seconds.Add(contestant.Solver.Fit(contestant.Tolerance).Seconds);
            }
        }

        foreach (var contestant in contestants)
        {
            Write(problem, minimum, contestant, contestants[0]);
        }
    }

    private static Contestant Loosest(RegressionProblem problem, IRegressionSolver solver, double minimum)
    {
        double tolerance = solver.FirstTolerance;
        for (int i = 1; ; i++, tolerance /= 10)
        {
            var fitted = solver.Fit(tolerance);
            double above = (problem.Objective(fitted.Parameters) - minimum) / minimum;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{problem.Name}, {solver.Name}: {tolerance:0.0e-0} in {fitted.Seconds:G3} s is {above:0.0e-0} above"));
            if (above <= Close || i == Tolerances)
            {
                return new Contestant(solver, tolerance, fitted.Iterations, above);
            }
        }
    }

    private static void Write(RegressionProblem problem, double minimum, Contestant contestant, Contestant ours)
    {
        double[] ratios = [.. contestant.Seconds.Zip(ours.Seconds, (theirs, own) => theirs / own).Order()];
        string reached = contestant.Above <= Close ? "" : " (not reached)";
        string iterations = contestant.Iterations == 0 ? "–" : contestant.Iterations.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {problem.Name} | {problem.Rows} × {problem.FeatureCount} × {problem.Classes} | {minimum:F8} | {contestant.Solver.Name} | {contestant.Tolerance:0.0e-0} | {iterations} | {contestant.Above:0.0e-0}{reached} | {contestant.Seconds.Min():G3} | {ratios[ratios.Length / 2]:F1} |"));
    }

    private sealed record Contestant(IRegressionSolver Solver, double Tolerance, int Iterations, double Above)
    {
        public List<double> Seconds { get; } = [];
    }
}
