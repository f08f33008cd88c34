using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Models;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Models;

/// <summary>L-BFGS begins in float where rows are many. Nobody sees it: reports follow each other, and the end is that of double.</summary>
public sealed class SingleStartTests
{
    private const int Rows = 3000;
    private const int Features = 30;
    private const int Classes = 5;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 1e-3)]
    [InlineData(100, 1)]
    [InlineData(1e6, 1)]
    public void The_end_is_that_of_double(double offset, double scale)
    {
        // From an offset of 1e6 on, float keeps no more than a digit of a feature.
        var (features, labels) = Draw(offset, scale);
        double tolerance = 1e-7 * (offset + scale);
        var model = SoftmaxRegression.Fit(features, Features, labels, new() { L2 = 0.1, Tolerance = tolerance, MaxIterations = 5000 });
        double[] gradient = new double[Classes * (Features + 1)];
        double[] parameters = [.. model.Coefficients, .. model.Intercepts];
        double loss = SoftmaxRegression.Gradient(features, Features, labels, Classes, parameters, gradient) / Rows;
        double penalty = 0.1 / 2 * model.Coefficients.ToArray().Sum(w => w * w);
        model.Report!.Objective.ShouldBe(loss + penalty, 1e-12);
        if (model.Report.End == FitEnd.Converged)
        {
            gradient.Select((slope, i) => Math.Abs((slope / Rows) + (i < Classes * Features ? 0.1 * parameters[i] : 0))).Max()
                .ShouldBeLessThan(1.01 * tolerance);
        }
        else
        {
            // Rounding in double itself ends a fit to features that have lost ten digits.
            offset.ShouldBe(1e6);
        }
    }

    [Fact]
    public void Features_beyond_float_leave_no_trace_of_it()
    {
        var (features, labels) = Draw(0, 1e39);
        var model = SoftmaxRegression.Fit(features, Features, labels, new() { L2 = 0, MaxIterations = 4, Tolerance = 1e-300 });

        // No step of a length near 1 lowers it; what counts is that float's ∞ has left nothing behind.
        model.Report!.Objective.ShouldBe(Math.Log(Classes), 1e-9);
        model.Coefficients.ToArray().ShouldEach(w => double.IsFinite(w));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Each_iteration_is_reported_once(int mostIterations)
    {
        var (features, labels) = Draw(0, 1);
        var seen = new List<FitProgress>();
        var model = SoftmaxRegression.Fit(
            features, Features, labels, new() { MaxIterations = mostIterations, Tolerance = 1e-9, Progress = new Recorder(seen) });
        seen.Select(step => step.Iteration).ShouldBe(Enumerable.Range(0, model.Report!.Iterations + 1));
        seen[^1].Objective.ShouldBe(model.Report.Objective);
        model.Report.End.ShouldBe(mostIterations < 1000 ? FitEnd.MaxIterations : FitEnd.Converged);
        model.Report.Iterations.ShouldBeLessThanOrEqualTo(mostIterations);

        // Where double takes over, the steps are still larger than what the two differ by.
        seen.Zip(seen.Skip(1)).Count(pair => pair.Second.Objective > pair.First.Objective).ShouldBe(0);
    }

    [Fact]
    public void An_L1_penalty_leaves_the_same_zeros_as_a_fit_to_sums_in_double()
    {
        var (features, labels) = Draw(0, 1);
        var options = new SoftmaxRegressionOptions { L1 = 0.01, Tolerance = 1e-9 };
        var model = SoftmaxRegression.Fit(features, Features, labels, options);
        var summed = SoftmaxRegression.Fit(
            (parameters, gradient) => SoftmaxRegression.Gradient(features, Features, labels, Classes, parameters, gradient), Rows, Features, Classes, options);
        model.Coefficients.ToArray().Select(w => w == 0).ShouldBe(summed.Coefficients.ToArray().Select(w => w == 0));
        model.Coefficients.ToArray().Count(w => w == 0).ShouldBeGreaterThan(0);
        model.Report!.Objective.ShouldBe(summed.Report!.Objective, 1e-12);
    }

    private static (double[] Features, int[] Labels) Draw(double offset, double scale)
    {
        var random = new Random(11);
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(Classes))];
        double[] features =
        [
            .. Enumerable.Range(0, Rows * Features).Select(i =>
                offset + (scale * ((2 * random.NextDouble()) - 1 + (i % Features % Classes == labels[i / Features] ? 0.4 : 0)))),
        ];
        return (features, labels);
    }

    private sealed class Recorder(List<FitProgress> steps) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => steps.Add(value);
    }
}
