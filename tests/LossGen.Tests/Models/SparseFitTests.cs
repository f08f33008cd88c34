using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Models;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Models;

/// <summary>
/// Rows of which most features are 0 are summed by what is not 0, first in float. The gradient of the objective, added up here from its definition,
/// tells whether the fit has found the minimum.
/// </summary>
public sealed class SparseFitTests
{
    private const int Rows = 500;
    private const int Features = 80;
    private const double Tolerance = 1e-8;

    public static TheoryData<int, bool, bool, bool> Cases()
    {
        // One vector of classes, several, and more than stay in registers.
        var cases = new TheoryData<int, bool, bool, bool>();
        foreach (int classes in (int[])[1, 2, 5, 17, 30, 70])
        {
            foreach (bool isFloat in (bool[])[false, true])
            {
                cases.Add(classes, isFloat, false, true);
                cases.Add(classes, isFloat, true, classes % 2 == 0);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_is_0_at_the_end(int classes, bool isFloat, bool hasOptions, bool hasIntercept)
    {
        var (features, labels) = Draw(classes, density: 0.06);
        var random = new Random(5);
        var options = new SoftmaxRegressionOptions
        {
            Classes = classes,
            L2 = 0.01,
            Tolerance = Tolerance,
            Intercept = hasIntercept,
            LabelSmoothing = hasOptions ? 0.1 : 0,
            SampleWeights = hasOptions ? labels.Select(_ => random.NextDouble() + 0.2).ToArray() : default,
        };
        var model = isFloat
            ? SoftmaxRegression.Fit(features.Select(x => (float)x).ToArray().AsSpan(), Features, labels, options)
            : SoftmaxRegression.Fit(features, Features, labels, options);
        model.Report!.End.ShouldBe(FitEnd.Converged);
        LargestSlope(model, features, labels, options).ShouldBeLessThan(1.01 * Tolerance);
    }

    [Fact]
    public void The_bits_are_the_same_for_every_number_of_threads()
    {
        var (features, labels) = Draw(4, density: 0.05, rows: 9000);
        double[][] fits =
        [
            .. new[] { 1, 2, -1 }.Select(threads => SoftmaxRegression.Fit(
                features, Features, labels, new() { MaxIterations = 6, MaxDegreeOfParallelism = threads }).Coefficients.ToArray()),
        ];
        fits.ShouldEach(fit => fit.SequenceEqual(fits[0]));
    }

    [Fact]
    public void Rows_become_dense_behind_those_that_are_looked_at_first()
    {
        // Every second row is full; of 600 rows, each second one is looked at to begin with.
        var (features, labels) = Draw(3, density: 0.05, rows: 600);
        for (int row = 1; row < labels.Length; row += 2)
        {
            features.AsSpan(row * Features, Features).Fill(0.5 + labels[row]);
        }

        var options = new SoftmaxRegressionOptions { L2 = 0.01, Tolerance = Tolerance };
        LargestSlope(SoftmaxRegression.Fit(features, Features, labels, options), features, labels, options).ShouldBeLessThan(1.01 * Tolerance);
    }

    [Fact]
    public void Nothing_but_zeros_leaves_the_frequencies_of_the_classes()
    {
        int[] labels = [0, 0, 0, 1];
        var model = SoftmaxRegression.Fit(new double[4 * 9], 9, labels, new() { Tolerance = 1e-10 });
        (model.Intercepts[0] - model.Intercepts[1]).ShouldBe(Math.Log(3), 1e-8);
        model.Coefficients.ToArray().ShouldEach(w => w == 0);
    }

    [Fact]
    public void What_is_not_a_number_is_refused()
    {
        var (features, labels) = Draw(3, density: 0.02);
        features[Features * 7] = double.NaN;
        Should.Throw<ArgumentException>(() => SoftmaxRegression.Fit(features, Features, labels)).ParamName.ShouldBe("features");
    }

    private static (double[] Features, int[] Labels) Draw(int classes, double density, int rows = Rows)
    {
        var random = new Random(classes);
        double[] features = new double[rows * Features];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = random.Next(classes);
            for (int d = 0; d < Features; d++)
            {
                features[(row * Features) + d] = random.NextDouble() < density ? (float)(random.NextDouble() - 0.4 + (d % classes == labels[row] ? 0.3 : 0)) : 0;
            }
        }

        labels[0] = classes - 1;
        return (features, labels);
    }

    /// <summary>The largest element of the objective's gradient, from its definition.</summary>
    private static double LargestSlope(SoftmaxRegression model, double[] features, int[] labels, SoftmaxRegressionOptions options)
    {
        int classes = model.Classes;
        double[] slopes = [.. model.Coefficients.ToArray().Select(w => 0.0), .. new double[classes]];
        double total = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double[] x = new double[classes];
            model.DecisionFunction(features.AsSpan(row * Features, Features), x);
            double sum = x.Sum(value => Math.Exp(value - x.Max()));
            double weight = options.SampleWeights.IsEmpty ? 1 : options.SampleWeights.Span[row];
            total += weight;
            for (int k = 0; k < classes; k++)
            {
                double target = (k == labels[row] ? 1 - options.LabelSmoothing : 0) + (options.LabelSmoothing / classes);
                double slope = weight * ((Math.Exp(x[k] - x.Max()) / sum) - target);
                slopes[(classes * Features) + k] += options.Intercept ? slope : 0;
                for (int d = 0; d < Features; d++)
                {
                    slopes[(k * Features) + d] += slope * features[(row * Features) + d];
                }
            }
        }

        return slopes.Select((slope, i) => Math.Abs((slope / total) + (i < classes * Features ? options.L2 * model.Coefficients[i] : 0))).Max();
    }
}
