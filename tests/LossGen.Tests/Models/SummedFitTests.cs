using System;
using System.Linq;
using LossGen.Models;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Models;

/// <summary>Fits to sums over rows that the estimator does not see.</summary>
public sealed class SummedFitTests
{
    // Centred, or descent along the gradient takes many thousand steps.
    private static readonly DataSet Iris = Centred(DataSet.Load("iris.csv"));

    private static readonly DataSet[] Shards = [Iris.Rows(..17), Iris.Rows(17..100), Iris.Rows(100..)];

    public static TheoryData<SoftmaxRegressionOptions> Fits =>
    [
        new SoftmaxRegressionOptions { Tolerance = 1e-8 },
        new SoftmaxRegressionOptions { Tolerance = 1e-8, L2 = 0.1, Intercept = false },
        new SoftmaxRegressionOptions { Tolerance = 1e-7, L1 = 0.02, L2 = 0 },
        new SoftmaxRegressionOptions { Tolerance = 1e-4, L2 = 0.1, MaxIterations = 5000, Solver = Solver.GradientDescent },
        new SoftmaxRegressionOptions { Tolerance = 1e-8, WarmStart = new(new double[12], [1, 2, 3]) },
    ];

    [Theory]
    [MemberData(nameof(Fits))]
    public void A_fit_to_sums_of_shards_finds_what_a_fit_to_all_rows_finds(SoftmaxRegressionOptions options)
    {
        var whole = SoftmaxRegression.Fit(Iris.Features, 4, Iris.Labels, options);
        var summed = SoftmaxRegression.Fit(Sum, 150, 4, 3, options);
        summed.Report!.End.ShouldBe(FitEnd.Converged);
        // The objective is flat at its minimum: a gradient of g leaves g²/λ of it, and g/λ of the coefficients.
        summed.Report.Objective.ShouldBe(whole.Report!.Objective, options.Tolerance * 1e-2);
        summed.Coefficients.ToArray().ShouldBe(whole.Coefficients.ToArray(), options.L2 > 0 ? 10 * options.Tolerance / options.L2 : 1e-4);
        summed.Coefficients.Count(0).ShouldBe(whole.Coefficients.Count(0));
        summed.Intercepts.ToArray().All(x => x == 0).ShouldBe(!options.Intercept);
        SoftmaxRegression.Fit(Sum, 150, 4, 3, options).Coefficients.SequenceEqual(summed.Coefficients).ShouldBeTrue();
    }

    [Fact]
    public void The_sum_is_asked_as_often_as_the_report_says_and_finds_a_gradient_of_zeros()
    {
        int calls = 0;
        var model = SoftmaxRegression.Fit(
            (parameters, gradient) =>
            {
                calls++;
                gradient.ToArray().ShouldEach(x => x == 0);
                parameters.Length.ShouldBe(15);
                return Sum(parameters, gradient);
            },
            150,
            4,
            3);
        calls.ShouldBe(model.Report!.Evaluations);
    }

    [Fact]
    public void A_fault_of_the_sum_reaches_the_caller() =>
        Should.Throw<TimeoutException>(() => SoftmaxRegression.Fit((_, _) => throw new TimeoutException(), 1, 1, 2));

    [Fact]
    public void A_sum_that_is_not_finite_is_named() =>
        Should.Throw<ArgumentException>(() => SoftmaxRegression.Fit((_, _) => double.NaN, 1, 1, 2)).ParamName.ShouldBe("sum");

    public static TheoryData<string, SoftmaxRegressionOptions> BadOptions => new()
    {
        { "'Classes' is 2; it must be 3, as 'classes' is.", new() { Classes = 2 } },
        { "'Solver' is 2; it needs the rows of each batch", new() { Solver = Solver.Sgd } },
        { "'LabelSmoothing' is 0.1; it must be left out", new() { LabelSmoothing = 0.1 } },
        { "'Standardize' is set; it must be left out", new() { Standardize = true } },
        { "'ClassWeights' is set; it must be left out", new() { ClassWeights = new double[] { 1, 2, 3 } } },
        { "'SampleWeights' is set; it must be left out", new() { SampleWeights = new double[150] } },
        { "'L2' is -1; it must be 0 or greater", new() { L2 = -1 } },
        { "'WarmStart' has 1 classes and 1 features; 3 and 4 are needed.", new() { WarmStart = new([1.0], [0.0]) } },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void An_option_that_needs_the_rows_is_named(string message, SoftmaxRegressionOptions options) =>
        Should.Throw<ArgumentException>(() => SoftmaxRegression.Fit(Sum, 150, 4, 3, options)).Message.ShouldStartWith(message);

    [Theory]
    [InlineData(0, 4, 3, "rows")]
    [InlineData(150, -1, 3, "featureCount")]
    [InlineData(150, 4, 0, "classes")]
    public void A_count_out_of_range_is_named(long rows, int features, int classes, string name) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SoftmaxRegression.Fit(Sum, rows, features, classes)).ParamName.ShouldBe(name);

    private static DataSet Centred(DataSet data)
    {
        double[] means = [.. Enumerable.Range(0, 4).Select(d => data.Features.Where((_, i) => i % 4 == d).Average())];
        return data with { Features = [.. data.Features.Select((x, i) => x - means[i % 4])] };
    }

    private static double Sum(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double loss = 0;
        double[] part = new double[gradient.Length];
        foreach (var shard in Shards)
        {
            loss += SoftmaxRegression.Gradient(shard.Features, 4, shard.Labels, 3, parameters, part);
            for (int i = 0; i < part.Length; i++)
            {
                gradient[i] += part[i];
            }
        }

        return loss;
    }
}
