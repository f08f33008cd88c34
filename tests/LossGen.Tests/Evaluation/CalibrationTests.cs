using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Evaluation;

/// <summary>Temperature fitting.</summary>
public sealed class CalibrationTests
{
    /// <summary>Rows whose targets are drawn from their own softmax, so that they are calibrated at temperature 1.</summary>
    private static (double[] Logits, int[] Targets) Calibrated(int classes, int rows)
    {
        var random = new Random(17);
        double[] logits = new double[rows * classes];
        int[] targets = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int k = 0; k < classes; k++)
            {
                logits[(row * classes) + k] = 4 * (random.NextDouble() - 0.5);
            }

            double[] e = [.. logits.Skip(row * classes).Take(classes).Select(Math.Exp)];
            double left = random.NextDouble() * e.Sum();
            while (targets[row] < classes - 1 && left > e[targets[row]])
            {
                left -= e[targets[row]++];
            }
        }

        return (logits, targets);
    }

    private static double MeanLoss(double[] logits, int[] targets, int classes, double temperature) => targets.Select((y, row) =>
    {
        double[] x = [.. logits.Skip(row * classes).Take(classes).Select(value => value / temperature)];
        return Math.Log(x.Sum(value => Math.Exp(value - x.Max()))) + x.Max() - x[y];
    }).Average();

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Overconfident_logits_are_cooled_by_the_factor_they_were_heated_with(int classes)
    {
        (double[] logits, int[] targets) = Calibrated(classes, 4000);
        double one = Calibration.FitTemperature(logits, targets, classes);
        one.ShouldBe(1, 0.1);
        foreach (double factor in new[] { 0.25, 3.0 })
        {
            double[] heated = [.. logits.Select(x => x * factor)];
            double fitted = Calibration.FitTemperature(heated, targets, classes);
            fitted.ShouldBe(one * factor, 1e-5 * factor);

            // It is the minimum: a little to either side the loss is higher.
            double best = MeanLoss(heated, targets, classes, fitted);
            MeanLoss(heated, targets, classes, fitted * 1.01).ShouldBeGreaterThan(best);
            MeanLoss(heated, targets, classes, fitted / 1.01).ShouldBeGreaterThan(best);
        }
    }

    [Fact]
    public void Single_precision_gives_the_same()
    {
        (double[] logits, int[] targets) = Calibrated(3, 200);
        float[] narrow = [.. logits.Select(x => (float)x)];
        Calibration.FitTemperature(narrow, targets, 3).ShouldBe(Calibration.FitTemperature(narrow.Select(x => (double)x).ToArray(), targets, 3));
    }

    [Fact]
    public void Where_there_is_no_minimum_the_end_of_the_range_is_returned()
    {
        Calibration.FitTemperature([2.0, 0, 0, 2], [0, 1], 2).ShouldBe(Calibration.MinTemperature, 1e-6);
        Calibration.FitTemperature([2.0, 0, 0, 2], [1, 0], 2).ShouldBe(Calibration.MaxTemperature, 1e-4);
    }

    [Fact]
    public void Bad_input_names_the_row_and_the_numbers()
    {
        Should.Throw<ArgumentException>(() => Calibration.FitTemperature(Array.Empty<double>(), [], 2)).ParamName.ShouldBe("logits");
        Should.Throw<ArgumentException>(() => Calibration.FitTemperature([1.0, double.NaN], [0], 2)).Message.ShouldContain("Row 0");
        Should.Throw<ArgumentException>(() => Calibration.FitTemperature([double.NegativeInfinity, 1], [0], 2)).Message.ShouldContain("class 0");
        Should.Throw<ArgumentOutOfRangeException>(() => Calibration.FitTemperature([1.0, 2], [5], 2)).ParamName.ShouldBe("targets");

        // A class that is masked out is no obstacle.
        Calibration.FitTemperature([double.NegativeInfinity, 1, 2, double.NegativeInfinity, 3, 1], [1, 1], 3).ShouldBeInRange(Calibration.MinTemperature, Calibration.MaxTemperature);
    }

    [Theory]
    [InlineData(-100)]
    [InlineData(2)]
    public void Ignored_rows_change_nothing_whatever_they_hold(int ignored)
    {
        double[] kept = [2, 0, -1, 0.5, 1, -2, 3, 1, 0];
        double[] spoiled = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        double[] all = [.. kept[..3], .. spoiled, .. kept[3..], .. spoiled];
        int[] targets = [0, ignored, 0, 1, ignored];
        double expected = Calibration.FitTemperature(kept, [0, 0, 1], 3);
        expected.ShouldBeInRange(0.1, 10);
        Calibration.FitTemperature(all, targets, 3, ignored).ShouldBe(expected);
        Calibration.FitTemperature(all.Select(x => (float)x).ToArray(), targets, 3, ignored).ShouldBe(expected);
        Should.Throw<ArgumentException>(() => Calibration.FitTemperature(spoiled, [ignored], 3, ignored)).Message.ShouldContain("All 1 rows are ignored");
        Should.Throw<ArgumentOutOfRangeException>(() => Calibration.FitTemperature(kept, [0, 0, -100], 3));
    }
}
