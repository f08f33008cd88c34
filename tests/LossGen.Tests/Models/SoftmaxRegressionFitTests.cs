using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Models;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Models;

/// <summary>Fits reach the optima that SciPy's L-BFGS found in double for the same objective, to all ten printed digits.</summary>
public sealed class SoftmaxRegressionFitTests
{
    private static readonly SoftmaxRegressionOptions Exact = new() { Tolerance = 1e-8 };

    [Theory]
    [InlineData("iris.csv", 0.1023680784, 0.98000)]
    [InlineData("wine_data.csv", 0.0258477718, 1.00000)]
    [InlineData("breast_cancer.csv", 0.0534855324, 0.98946)]
    public void Standardised_sets_reach_the_reference(string name, double objective, double accuracy)
    {
        var data = DataSet.Load(name);
        foreach (var solver in new[] { Solver.Lbfgs, Solver.GradientDescent })
        {
            var model = SoftmaxRegression.Fit(
                data.Features, data.FeatureCount, data.Labels, new() { Standardize = true, Tolerance = 1e-8, MaxIterations = 3000, Solver = solver });
            model.Report!.End.ShouldBe(FitEnd.Converged);
            model.Report.Objective.ShouldBe(objective, 6e-11);
            Accuracy(model, data).ShouldBe(accuracy, 1e-5);
        }
    }

    [Fact]
    public void Digits_reach_the_reference_from_floats_and_doubles_to_the_same_bits()
    {
        var digits = DataSet.Digits();
        var train = digits.Rows(..1500);
        var model = SoftmaxRegression.Fit(train.Features, 64, train.Labels, Exact);
        model.Report!.Objective.ShouldBe(0.2387075568, 6e-11);
        Accuracy(model, train).ShouldBe(0.98400, 1e-5);
        Accuracy(model, digits.Rows(1500..)).ShouldBe(0.90909, 1e-5);
        var fromFloats = SoftmaxRegression.Fit(train.Features.Select(x => (float)x).ToArray().AsSpan(), 64, train.Labels, Exact);
        fromFloats.Coefficients.SequenceEqual(model.Coefficients).ShouldBeTrue();
    }

    [Fact]
    public void The_bits_are_the_same_for_every_number_of_threads()
    {
        var random = new Random(3);
        const int Rows = 20_000;
        double[] features = Draw(Rows * 7, random);
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(5))];
        double[][] fits =
        [
            .. new[] { 1, 2, 3, -1 }.Select(threads =>
                SoftmaxRegression.Fit(features, 7, labels, new() { MaxIterations = 5, MaxDegreeOfParallelism = threads }).Coefficients.ToArray()),
        ];
        fits.ShouldEach(fit => fit.SequenceEqual(fits[0]));
    }

    [Theory]
    [InlineData(0, 0, false, false)]
    [InlineData(0.1, 0, true, true)]
    [InlineData(0, 0.02, true, false)]
    [InlineData(0.2, 0.01, false, true)]
    public void At_the_end_no_small_change_makes_the_objective_smaller(double smoothing, double l1, bool weighted, bool standardised)
    {
        var data = DataSet.Load("iris.csv");
        var random = new Random(7);
        double[] rowWeights = weighted ? [.. data.Labels.Select(_ => random.NextDouble() + 0.1)] : [];
        double[] classWeights = weighted ? [1, 2, 0.5] : [];
        var options = new SoftmaxRegressionOptions
        {
            L2 = 0.01,
            L1 = l1,
            LabelSmoothing = smoothing,
            SampleWeights = rowWeights,
            ClassWeights = classWeights,
            Standardize = standardised,
            Tolerance = l1 > 0 ? 1e-7 : 1e-9,
        };
        var model = SoftmaxRegression.Fit(data.Features, 4, data.Labels, options);
        model.Report!.End.ShouldBe(FitEnd.Converged);

        // The objective once more, as a textbook writes it.
        double[] features = standardised ? Standardised(data) : data.Features;
        var (w, b) = standardised ? InStandard(model, data) : (model.Coefficients.ToArray(), model.Intercepts.ToArray());
        double best = Textbook(features, data.Labels, w, b, options, classWeights, rowWeights);
        best.ShouldBe(model.Report.Objective, 1e-12);
        for (int i = 0; i < w.Length + b.Length; i++)
        {
            foreach (double change in new[] { 1e-4, -1e-4 })
            {
                double[] moved = [.. w];
                double[] movedBias = [.. b];
                (i < w.Length ? ref moved[i] : ref movedBias[i - w.Length]) += change;
                Textbook(features, data.Labels, moved, movedBias, options, classWeights, rowWeights).ShouldBeGreaterThanOrEqualTo(best - 1e-13);
            }
        }
    }

    [Fact]
    public void An_L1_penalty_makes_exact_zeros_and_more_of_them_the_larger_it_is()
    {
        var data = DataSet.Load("wine_data.csv");
        int[] zeros =
        [
            .. new[] { 1e-3, 1e-2, 1e-1, 1 }.Select(l1 =>
                SoftmaxRegression.Fit(data.Features, 13, data.Labels, new() { L1 = l1, L2 = 0, Standardize = true }).Coefficients.Count(0)),
        ];
        zeros.ShouldBe([.. zeros.Order()]);
        zeros[0].ShouldBeGreaterThan(10);
        zeros[^1].ShouldBe(39);
    }

    [Fact]
    public void A_warm_start_begins_where_the_model_ended()
    {
        var data = DataSet.Load("iris.csv");
        foreach (bool standardised in new[] { false, true })
        {
            var first = SoftmaxRegression.Fit(data.Features, 4, data.Labels, new() { Standardize = standardised, Tolerance = 1e-9 });
            var second = SoftmaxRegression.Fit(data.Features, 4, data.Labels, new() { Standardize = standardised, WarmStart = first, Tolerance = 1e-8 });
            second.Report!.Iterations.ShouldBe(0);
            second.Report.Objective.ShouldBe(first.Report!.Objective, 1e-12);
        }
    }

    [Fact]
    public void Without_an_intercept_there_is_none()
    {
        var data = DataSet.Load("iris.csv");
        foreach (bool standardised in new[] { false, true })
        {
            var model = SoftmaxRegression.Fit(data.Features, 4, data.Labels, new() { Intercept = false, Standardize = standardised });
            model.Intercepts.ToArray().ShouldEach(x => x == 0);
            model.Report!.End.ShouldBe(FitEnd.Converged);
        }
    }

    [Fact]
    public void Stochastic_descent_gives_the_same_bits_for_the_same_seed_and_comes_near()
    {
        var data = DataSet.Load("iris.csv");
        SoftmaxRegression Fit(int seed) => SoftmaxRegression.Fit(
            data.Features, 4, data.Labels, new() { Solver = Solver.Sgd, Standardize = true, MaxIterations = 500, Seed = seed, BatchSize = 7 });
        Fit(1).Coefficients.SequenceEqual(Fit(1).Coefficients).ShouldBeTrue();
        Fit(1).Coefficients.SequenceEqual(Fit(2).Coefficients).ShouldBeFalse();
        Fit(1).Report!.Objective.ShouldBe(0.1023680784, 2e-2);
    }

    [Fact]
    public void Progress_is_told_of_every_iteration_and_a_cancelled_fit_ends()
    {
        var data = DataSet.Load("iris.csv");
        var seen = new Recorder();
        var model = SoftmaxRegression.Fit(data.Features, 4, data.Labels, new() { Progress = seen });
        seen.Steps.Select(step => step.Iteration).ShouldBe(Enumerable.Range(0, model.Report!.Iterations + 1));
        seen.Steps.Zip(seen.Steps.Skip(1)).ShouldEach(pair => pair.Second.Objective < pair.First.Objective);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => SoftmaxRegression.Fit(data.Features, 4, data.Labels, new() { CancellationToken = source.Token }));
    }

    [Fact]
    public void Gradients_of_shards_add_up()
    {
        var data = DataSet.Load("iris.csv");
        double[] parameters = Draw((3 * 4) + 3, new Random(1));
        double[] whole = new double[15];
        double loss = SoftmaxRegression.Gradient(data.Features, 4, data.Labels, 3, parameters, whole);
        double[] sum = new double[15];
        double losses = 0;
        foreach (var shard in new[] { data.Rows(..17), data.Rows(17..100), data.Rows(100..) })
        {
            double[] part = new double[15];
            losses += SoftmaxRegression.Gradient(shard.Features, 4, shard.Labels, 3, parameters, part);
            sum = [.. sum.Zip(part, (x, y) => x + y)];
        }

        losses.ShouldBe(loss, 1e-10);
        sum.ShouldBe(whole, 1e-10);
    }

    public static TheoryData<string, SoftmaxRegressionOptions> BadOptions => new()
    {
        { "'L2' is -1; it must be 0 or greater, and finite.", new() { L2 = -1 } },
        { "'L1' is 0.1; it needs Solver.Lbfgs, whose orthant-wise variant reaches exact zeros.", new() { L1 = 0.1, Solver = Solver.Sgd } },
        { "'LabelSmoothing' is 1; it must be 0 or greater, and below 1.", new() { LabelSmoothing = 1 } },
        { "'Tolerance' is 0; it must be greater than 0.", new() { Tolerance = 0 } },
        { "'MaxDegreeOfParallelism' is 0; it must be −1, for all threads, or 1 or greater.", new() { MaxDegreeOfParallelism = 0 } },
        { "'ClassWeights' has 2 elements; 3 are needed, one per class.", new() { ClassWeights = new double[] { 1, 2 } } },
        { "'SampleWeights' is NaN; it must hold finite numbers of 0 or greater.", new() { SampleWeights = new[] { 1, double.NaN, 1 } } },
        { "All rows have a weight of 0; a model cannot be fitted to nothing.", new() { SampleWeights = new double[3] } },
        { "Label 2 of row 2 is out of range; labels are 0 … 1.", new() { Classes = 2 } },
        { "'WarmStart' has 1 classes and 1 features; 3 and 2 are needed.", new() { WarmStart = new([1.0], [0.0]) } },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void A_bad_option_is_named_with_its_value(string message, SoftmaxRegressionOptions options) =>
        Should.Throw<ArgumentException>(() => SoftmaxRegression.Fit([1.0, 2, 3, 4, 5, 6], 2, [0, 1, 2], options)).Message.ShouldStartWith(message);

    [Fact]
    public void Bad_data_is_named()
    {
        Should.Throw<ArgumentException>(() => SoftmaxRegression.Fit([1.0, 2, 3], 2, [0, 1])).Message
            .ShouldStartWith("'features' has 3 elements; 4 are needed, 2 for each of 2 labels.");
        Should.Throw<ArgumentException>(() => SoftmaxRegression.Fit(Array.Empty<double>(), 2, [])).Message.ShouldStartWith("'labels' is empty");
        Should.Throw<ArgumentException>(() => SoftmaxRegression.Fit([1.0, double.NaN], 1, [0, 1])).Message.ShouldStartWith("The cross-entropy is not finite at the start");
        Should.Throw<ArgumentException>(() => SoftmaxRegression.Fit([1.0, -1], 1, [0, -1])).Message.ShouldStartWith("Label -1 of row 1 is out of range; labels are 0 or greater.");
    }

    [Fact]
    public void No_features_leave_the_frequencies_of_the_classes()
    {
        var model = SoftmaxRegression.Fit(ReadOnlySpan<double>.Empty, 0, [0, 0, 0, 1], new() { Tolerance = 1e-12 });
        double[] probabilities = new double[2];
        model.PredictProbabilities(ReadOnlySpan<double>.Empty, probabilities);
        probabilities[0].ShouldBe(0.75, 1e-10);
    }

    private static double Textbook(double[] features, int[] labels, double[] w, double[] b, SoftmaxRegressionOptions options, double[] classWeights, double[] rowWeights)
    {
        int classes = b.Length;
        int length = w.Length / classes;
        double sum = 0;
        double total = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double[] x = [.. Enumerable.Range(0, classes).Select(k => b[k] + Enumerable.Range(0, length).Sum(d => w[(k * length) + d] * features[(row * length) + d]))];
            double lse = x.Max() + Math.Log(x.Sum(value => Math.Exp(value - x.Max())));
            double loss = ((1 - options.LabelSmoothing) * (lse - x[labels[row]])) + (options.LabelSmoothing / classes * x.Sum(value => lse - value));
            double weight = (classWeights.Length > 0 ? classWeights[labels[row]] : 1) * (rowWeights.Length > 0 ? rowWeights[row] : 1);
            sum += weight * loss;
            total += weight;
        }

        return (sum / total) + (options.L2 / 2 * w.Sum(x => x * x)) + (options.L1 * w.Sum(Math.Abs));
    }

    private static (double[] Means, double[] Deviations) Moments(DataSet data)
    {
        var columns = Enumerable.Range(0, data.FeatureCount).Select(d => data.Labels.Select((_, row) => data.Features[(row * data.FeatureCount) + d]).ToArray()).ToArray();
        double[] means = [.. columns.Select(column => column.Average())];
        return (means, [.. columns.Select((column, d) => Math.Sqrt(column.Average(x => (x - means[d]) * (x - means[d]))))]);
    }

    private static double[] Standardised(DataSet data)
    {
        var (means, deviations) = Moments(data);
        return [.. data.Features.Select((x, i) => (x - means[i % data.FeatureCount]) / deviations[i % data.FeatureCount])];
    }

    private static (double[] W, double[] B) InStandard(SoftmaxRegression model, DataSet data)
    {
        var (means, deviations) = Moments(data);
        double[] w = model.Coefficients.ToArray();
        double[] b = model.Intercepts.ToArray();
        for (int i = 0; i < w.Length; i++)
        {
            b[i / data.FeatureCount] += w[i] * means[i % data.FeatureCount];
            w[i] *= deviations[i % data.FeatureCount];
        }

        return (w, b);
    }

    private static double Accuracy(SoftmaxRegression model, DataSet data)
    {
        int[] predictions = new int[data.Labels.Length];
        model.Predict(data.Features, predictions);
        return predictions.Zip(data.Labels).Average(pair => pair.First == pair.Second ? 1.0 : 0);
    }

    private static double[] Draw(int length, Random random) => [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextDouble()) - 1)];

    private sealed class Recorder : IProgress<FitProgress>
    {
        public List<FitProgress> Steps { get; } = [];

        public void Report(FitProgress value) => Steps.Add(value);
    }
}
