using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Evaluation;

/// <summary>NaN, infinities, nothing to count, ignored rows and bad input.</summary>
public sealed class MetricsEdgeTests
{
    private const int Ignored = -100;

    [Fact]
    public void A_target_of_probability_0_is_an_infinite_log_loss()
    {
        Metrics.LogLoss([1.0, 0, 0, 1], [0, 0], 2).ShouldBe(double.PositiveInfinity);
        Metrics.LogLoss([0.0, 1], [false, false]).ShouldBe(double.PositiveInfinity);
        Metrics.LogLoss([0.0, 1], [false, true]).ShouldBe(0);
    }

    [Fact]
    public void A_tiny_probability_of_the_wrong_answer_is_not_lost()
    {
        // 1 − 1e-20 is 1: the logarithm of it would be 0.
        Metrics.LogLoss([1e-20], [false]).ShouldBe(1e-20, 1e-35);

        // The row is 50 ahead of one class: log p is −e⁻⁵⁰, and the perplexity 1.
        Math.Log(Metrics.Perplexity([50.0, 0], [0], 2)).ShouldBe(0, 1e-15);
        Metrics.Perplexity([0.0, 900], [0], 2).ShouldBe(double.PositiveInfinity);
        Metrics.Perplexity([0.0, 700], [0], 2).ShouldBe(Math.Exp(700), 1e-12 * Math.Exp(700));
    }

    [Fact]
    public void Perplexity_takes_infinite_logits_for_excluded_classes()
    {
        Metrics.Perplexity([1.0, double.NegativeInfinity, 1], [0], 3).ShouldBe(2, 1e-15);
        Metrics.Perplexity([1.0, double.NegativeInfinity, 1], [1], 3).ShouldBe(double.PositiveInfinity);
        Metrics.Perplexity([1.0, double.PositiveInfinity], [1], 2).ShouldBe(double.NaN);
        Metrics.Perplexity([double.NaN, 1, 2], [1], 3).ShouldBe(double.NaN);
        Metrics.Perplexity([2.0, 1, double.NaN], [1], 3).ShouldBe(double.NaN);
    }

    [Fact]
    public void NaN_is_NaN()
    {
        Metrics.LogLoss([double.NaN, 1], [1], 2).ShouldBe(double.NaN);
        Metrics.LogLoss([double.NaN], [true]).ShouldBe(double.NaN);
        Metrics.Brier([double.NaN, 1], [1], 2).ShouldBe(double.NaN);
        Metrics.Brier([double.NaN], [true]).ShouldBe(double.NaN);
        foreach (int place in Enumerable.Range(0, 5))
        {
            double[] scores = [0.1, 0.2, 0.3, 0.4, 0.5];
            scores[place] = double.NaN;
            Metrics.Auroc(scores, [true, false, true, false, true]).ShouldBe(double.NaN);
            Metrics.AveragePrecision(scores, [true, false, true, false, true]).ShouldBe(double.NaN);
        }

        // A class without NaN does not hide the one that has it.
        Metrics.Auroc([0.1, double.NaN, 0.3, 0.4], [0, 1], 2).ShouldBe(double.NaN);
    }

    [Fact]
    public void Nothing_to_count_is_NaN()
    {
        Metrics.LogLoss(Array.Empty<double>(), [], 2).ShouldBe(double.NaN);
        Metrics.LogLoss(Array.Empty<double>(), []).ShouldBe(double.NaN);
        Metrics.Brier(Array.Empty<double>(), []).ShouldBe(double.NaN);
        Metrics.Accuracy([], []).ShouldBe(double.NaN);
        Metrics.Perplexity([1.0, 2], [Ignored], 2, Ignored).ShouldBe(double.NaN);
        Metrics.Auroc([0.1, 0.2], [true, true]).ShouldBe(double.NaN);
        Metrics.Auroc([0.1, 0.2], [false, false]).ShouldBe(double.NaN);
        Metrics.AveragePrecision([0.1, 0.2], [false, false]).ShouldBe(double.NaN);
        var empty = Metrics.ConfusionMatrix([], [], 3);
        double[] means = [empty.Accuracy, empty.BalancedAccuracy, empty.MacroF1, empty.MacroPrecision, empty.MacroRecall, empty.MeanIoU];
        means.ShouldEach(score => double.IsNaN(score));
        empty.MatthewsCorrelation.ShouldBe(0);
        empty.Precision(1).ShouldBe(0);
    }

    [Fact]
    public void Classes_without_a_row_are_left_out_of_the_ranking()
    {
        // Class 2 never occurs. Class 0 is ranked right, class 1 in reverse.
        double[] scores = [0.9, 0.1, 0.5, 0.2, 0.05, 0.9];
        Metrics.Auroc(scores, [0, 1], 3).ShouldBe(0.5);
        Metrics.AveragePrecision(scores, [0, 1], 3).ShouldBe((1 + 0.5) / 2);
    }

    [Fact]
    public void Ignored_rows_count_for_nothing_whatever_they_hold()
    {
        double[] kept = [0.75, 0.25, 0, 0.25, 0.5, 0.25, 0, 0.5, 0.5];
        double[] spoiled = [double.NaN, 7, -1];
        double[] all = [.. spoiled, .. kept[..3], .. spoiled, .. kept[3..], .. spoiled];
        int[] targets = [Ignored, 0, Ignored, 1, 2, Ignored];
        int[] keptTargets = [0, 1, 2];
        int[] predictions = [-1, 0, 99, 1, 1, -1];

        Metrics.LogLoss(all, targets, 3, Ignored).ShouldBe(Metrics.LogLoss(kept, keptTargets, 3));
        Metrics.Brier(all, targets, 3, Ignored).ShouldBe(Metrics.Brier(kept, keptTargets, 3));
        Metrics.Auroc(all, targets, 3, Ignored).ShouldBe(Metrics.Auroc(kept, keptTargets, 3));
        Metrics.AveragePrecision(all, targets, 3, Ignored).ShouldBe(Metrics.AveragePrecision(kept, keptTargets, 3));
        Metrics.Perplexity(all, targets, 3, Ignored).ShouldBe(Metrics.Perplexity(kept, keptTargets, 3));
        Metrics.Accuracy(predictions, targets, Ignored).ShouldBe(2.0 / 3);
        Metrics.ConfusionMatrix(predictions, targets, 3, Ignored).Counts.ToArray().ShouldBe([1, 0, 0, 0, 1, 0, 0, 1, 0]);
    }

    [Fact]
    public void Large_counts_do_not_overflow()
    {
        // 100,000 yeses and as many noes: their product is above 2³².
        double[] scores = [.. Enumerable.Range(0, 200_000).Select(i => (double)(i / 2))];
        bool[] targets = [.. Enumerable.Range(0, 200_000).Select(i => i % 2 == 1)];
        Metrics.Auroc(scores, targets).ShouldBe(0.5);
        int[] answers = [.. targets.Select(target => target ? 1 : 0)];
        Metrics.ConfusionMatrix(answers, answers, 2).MatthewsCorrelation.ShouldBe(1);
    }

    [Fact]
    public void Bad_input_names_the_parameter_and_the_numbers()
    {
        Fault(() => Metrics.LogLoss([2.0, 0], [0], 2)).ShouldBe(
            "The probability of class 0 in row 0 is 2; it must be from 0 to 1. Logits need a softmax first. (Parameter 'probabilities')");
        Fault(() => Metrics.Brier([0.5f, 0.5f, -1, 2], [0, 1], 2)).ShouldStartWith("The probability of class 0 in row 1 is -1;");
        Fault(() => Metrics.LogLoss([0.5, -3], [true, false])).ShouldBe(
            "The probability at index 1 is -3; it must be from 0 to 1. Logits need a sigmoid first. (Parameter 'probabilities')");
        Fault(() => Metrics.Brier([0.5], [true, false])).ShouldBe(
            "'targets' has 2 elements and 'probabilities' has 1; they must have as many. (Parameter 'targets')");
        Fault(() => Metrics.Auroc([0.5], [true, false])).ShouldStartWith("'targets' has 2 elements and 'scores' has 1;");
        Fault(() => Metrics.Accuracy([1], [1, 2])).ShouldStartWith("'targets' has 2 elements and 'predictions' has 1;");
        Fault(() => Metrics.AveragePrecision([0.5, 1], [0, 3], 1)).ShouldStartWith("The class index 3 in row 1 is not in 0 … 0");
        Fault(() => Metrics.Perplexity([0.5, 1, 2], [0], 2)).ShouldStartWith("'logits' has 3 elements, which is not a whole number of");
        Fault(() => Metrics.ConfusionMatrix([0, -1], [0, 1], 2)).ShouldStartWith("The prediction -1 in row 1 is not in 0 … 1 (2 classes).");
        Fault(() => Metrics.ConfusionMatrix([0, 1], [0, 2], 2)).ShouldStartWith("The class index 2 in row 1");
        Fault(() => Metrics.ConfusionMatrix([], [], 0)).ShouldStartWith("'classes' is 0; it must be 1 or more.");
        Fault(() => Metrics.ConfusionMatrix([0], [0], 2).F1(2)).ShouldStartWith("The class index 2 is not in 0 … 1 (2 classes).");
    }

    [Fact]
    public void A_softmax_that_rounds_to_a_little_above_1_is_1()
    {
        Metrics.LogLoss([1.0000001f, 0], [0], 2).ShouldBe(0);
        Metrics.Brier([1.0000001f], [true]).ShouldBe(0);
    }

    private static string Fault(Func<object> call) => Should.Throw<ArgumentException>(() => _ = call()).Message.Split('\n')[0];
}
