using System;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Evaluation;

public sealed class ClassificationReportTests
{
    // Classes 0, 0, 1, 1, 2 predicted as 0, 1, 1, 1, 0.
    private static readonly double[] Probabilities = [0.7, 0.2, 0.1, 0.3, 0.6, 0.1, 0.1, 0.8, 0.1, 0.2, 0.5, 0.3, 0.4, 0.35, 0.25];
    private static readonly int[] Labels = [0, 0, 1, 1, 2];

    [Fact]
    public void The_numbers_are_those_counted_by_hand()
    {
        var report = ClassificationReport.Of(Probabilities, Labels, 3, k: 2);
        report.Confusion.ToArray().ShouldBe([1, 1, 0, 0, 2, 0, 1, 0, 0]);
        report.Accuracy.ShouldBe(0.6);
        report.Precision(0).ShouldBe(0.5);
        report.Recall(0).ShouldBe(0.5);
        report.F1(0).ShouldBe(0.5);
        report.Precision(1).ShouldBe(2.0 / 3);
        report.Recall(1).ShouldBe(1);
        report.F1(1).ShouldBe(0.8, 1e-15);
        report.F1(2).ShouldBe(0);
        report.Support(2).ShouldBe(1);
        report.MacroF1.ShouldBe(1.3 / 3, 1e-15);
        report.TopKAccuracy.ShouldBe(0.8);
        report.LogLoss.ShouldBe(-Math.Log(0.7 * 0.3 * 0.8 * 0.5 * 0.25) / 5, 1e-15);
    }

    [Fact]
    public void The_text_is_a_table()
    {
        ClassificationReport.Of(Probabilities, Labels, 3, k: 2).ToText("setosa", "versicolor", "virginica").ShouldBe(
            """
            class       precision   recall       F1  support
            setosa         0.5000   0.5000   0.5000        2
            versicolor     0.6667   1.0000   0.8000        2
            virginica      0.0000   0.0000   0.0000        1

            accuracy 0.6000 · top-2 0.8000 · macro F1 0.4333
            log loss 0.7726 nats · calibration error 0.4000

            """);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Should.Throw<ArgumentException>(() => ClassificationReport.Of([], [], 3)).Message.ShouldStartWith("There are no rows to report on.");
        Should.Throw<ArgumentException>(() => ClassificationReport.Of(Probabilities, Labels, 3).ToText("a")).Message.ShouldStartWith("There are 1 names for 3 classes.");
    }
}
