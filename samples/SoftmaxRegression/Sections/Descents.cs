using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Models;
using Spectre.Console;

namespace SoftmaxRegressionSample.Sections;

/// <summary>One way down: the objective after each iteration, and how many passes over the data it took.</summary>
/// <param name="Name">The method.</param>
/// <param name="Objectives">From the start on.</param>
/// <param name="Passes">How many times the objective was computed over all rows.</param>
/// <param name="Converged">Whether the gradient fell below the tolerance.</param>
internal sealed record Descent(string Name, double[] Objectives, int Passes, bool Converged)
{
    public int Iterations => Objectives.Length - 1;
}

/// <summary>Where a fixed step creeps or jumps, the best step along the gradient takes fewer iterations, and curvature fewer still.</summary>
internal sealed class Descents
{
    private const double L2 = 1e-3;
    private const double Tolerance = 1e-4;
    private const int MostIterations = 10_000;

    private static readonly double[] Rates = [0.1, 1, 3, 10];

    private Descents(IReadOnlyList<Descent> all) => All = all;

    public IReadOnlyList<Descent> All { get; }

    public static Descents Of(DataSet data)
    {
        var standard = data.Standardised();
        return new Descents(
        [
            .. Rates.Select(rate => Fixed(standard, rate)),
            Solved("best step (Brent)", Solver.GradientDescent, standard),
            Solved("L-BFGS", Solver.Lbfgs, standard),
        ]);
    }

    public void Print()
    {
        AnsiConsole.WriteLine("Iris, iterations to a gradient below 1e-4:");
        AnsiConsole.WriteLine();
        foreach (var descent in All)
        {
            string remark = descent.Converged ? "" : ", given up";
            AnsiConsole.WriteLine($"  {descent.Name,-18}{descent.Iterations,6} iterations, {descent.Passes,6} passes over the data{remark}");
        }

        AnsiConsole.WriteLine();
    }

    /// <summary>w ← w − rate · gradient, as a first course writes it.</summary>
    private static Descent Fixed(DataSet data, double rate)
    {
        double[] parameters = new double[(data.FeatureCount + 1) * data.Classes];
        double[] gradient = new double[parameters.Length];
        var objectives = new List<double>();
        while (true)
        {
            objectives.Add(Objective(data, parameters, gradient));
            bool converged = gradient.Max(Math.Abs) <= Tolerance;
            if (converged || objectives.Count > MostIterations)
            {
                return new Descent($"fixed step {rate:0.0}", [.. objectives], objectives.Count, converged);
            }

            for (int i = 0; i < parameters.Length; i++)
            {
                parameters[i] -= rate * gradient[i];
            }
        }
    }

    private static double Objective(DataSet data, double[] parameters, double[] gradient)
    {
        int rows = data.Labels.Length;
        double loss = SoftmaxRegression.Gradient(data.Features, data.FeatureCount, data.Labels, data.Classes, parameters, gradient) / rows;
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] /= rows;
        }

        for (int i = 0; i < data.FeatureCount * data.Classes; i++)
        {
            loss += L2 / 2 * parameters[i] * parameters[i];
            gradient[i] += L2 * parameters[i];
        }

        return loss;
    }

    private static Descent Solved(string name, Solver solver, DataSet data)
    {
        var seen = new Recorder();
        var report = data.Fit(new() { Solver = solver, L2 = L2, Tolerance = Tolerance, MaxIterations = MostIterations, Progress = seen }).Report!;
        return new Descent(name, [.. seen.Objectives], report.Evaluations, report.End == FitEnd.Converged);
    }

    /// <summary>Keeps every report; <see cref="Progress{T}"/> would deliver them later.</summary>
    private sealed class Recorder : IProgress<FitProgress>
    {
        public List<double> Objectives { get; } = [];

        public void Report(FitProgress value) => Objectives.Add(value.Objective);
    }
}
