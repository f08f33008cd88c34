using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Evaluation;

/// <summary>Top-k accuracy and the expected calibration error.</summary>
public sealed class MetricsTests
{
    [Fact]
    public void Top_k_counts_targets_among_the_highest_scores()
    {
        float[] scores = [3, 1, 2, 1, 2, 3, 5, 4, 1];
        int[] targets = [0, 0, 1];
        Metrics.TopK(scores, targets, 3, 1).ShouldBe(1 / 3.0);
        Metrics.TopK(scores, targets, 3, 2).ShouldBe(2 / 3.0);
        Metrics.TopK(scores, targets, 3, 3).ShouldBe(1);
        Metrics.TopK(scores.Select(x => (double)x).ToArray(), targets, 3, 2).ShouldBe(2 / 3.0);
    }

    [Fact]
    public void Of_equal_scores_the_first_class_is_higher_and_NaN_is_wrong()
    {
        Metrics.TopK([1f, 1, 1], [0], 3, 1).ShouldBe(1);
        Metrics.TopK([1f, 1, 1], [2], 3, 2).ShouldBe(0);
        Metrics.TopK([float.NaN, 1, 1], [1], 3, 3).ShouldBe(0);
        Metrics.TopK([1f, float.NaN, 1], [1], 3, 1).ShouldBe(0);
        Metrics.TopK(Array.Empty<float>(), [], 3, 1).ShouldBe(double.NaN);
    }

    [Fact]
    public void The_calibration_error_is_the_weighted_gap_of_each_bin()
    {
        // Two rows of confidence 0.8 of which one is right, two of 0.6 that both are.
        double[] p = [0.8, 0.2, 0.2, 0.8, 0.6, 0.4, 0.6, 0.4];
        int[] targets = [0, 0, 0, 0];
        Metrics.ExpectedCalibrationError(p, targets, 2, 10).ShouldBe((0.5 * 0.3) + (0.5 * 0.4), 1e-12);

        // One bin for all: accuracy 0.75, confidence 0.7.
        Metrics.ExpectedCalibrationError(p, targets, 2, 1).ShouldBe(0.05, 1e-12);
    }

    [Fact]
    public void Certain_and_right_is_calibrated_and_certain_and_wrong_is_not()
    {
        Metrics.ExpectedCalibrationError([1f, 0, 0, 1], [0, 1], 2).ShouldBe(0);
        Metrics.ExpectedCalibrationError([1f, 0, 0, 1], [1, 0], 2).ShouldBe(1);
        Metrics.ExpectedCalibrationError(Array.Empty<double>(), [], 2).ShouldBe(double.NaN);
        Metrics.ExpectedCalibrationError([double.NaN, 0], [1], 2).ShouldBe(double.NaN);
    }

    [Fact]
    public void Bad_input_names_the_parameter_and_the_numbers()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Metrics.TopK([1f, 2], [0], 2, 3)).ParamName.ShouldBe("k");
        Should.Throw<ArgumentException>(() => Metrics.TopK([1f, 2, 3], [0], 2, 1)).ParamName.ShouldBe("scores");
        Should.Throw<ArgumentException>(() => Metrics.TopK([1f, 2], [0, 1], 2, 1)).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentOutOfRangeException>(() => Metrics.TopK([1f, 2], [2], 2, 1)).Message.ShouldContain("row 0");
        Should.Throw<ArgumentOutOfRangeException>(() => Metrics.ExpectedCalibrationError([3.0, -1], [0], 2)).Message.ShouldContain("softmax");
        Should.Throw<ArgumentOutOfRangeException>(() => Metrics.ExpectedCalibrationError([0.5, 0.5], [0], 2, 0)).ParamName.ShouldBe("bins");
    }

    [Theory]
    [InlineData(-100)]
    [InlineData(2)]
    public void Ignored_rows_count_for_nothing_whatever_they_hold(int ignored)
    {
        // What the rows give that are kept, with spoiled rows before, between and after them.
        double[] kept = [0.8, 0.2, 0, 0.2, 0.8, 0, 0.6, 0.4, 0];
        double[] spoiled = [double.NaN, 7, -1];
        double[] all = [.. spoiled, .. kept[..3], .. spoiled, .. kept[3..], .. spoiled];
        int[] targets = [ignored, 0, ignored, 0, 1, ignored];
        float[] floats = [.. all.Select(p => (float)p)];
        for (int k = 1; k <= 3; k++)
        {
            Metrics.TopK(all, targets, 3, k, ignored).ShouldBe(Metrics.TopK(kept, [0, 0, 1], 3, k));
            Metrics.TopK(floats, targets, 3, k, ignored).ShouldBe(Metrics.TopK(kept, [0, 0, 1], 3, k));
        }

        Metrics.ExpectedCalibrationError(all, targets, 3, 10, ignored).ShouldBe(Metrics.ExpectedCalibrationError(kept, [0, 0, 1], 3, 10));
        Metrics.ExpectedCalibrationError(floats, targets, 3, ignoreIndex: ignored).ShouldBe(Metrics.ExpectedCalibrationError(kept, [0, 0, 1], 3), 1e-6);
        Metrics.TopK(spoiled, [ignored], 3, 1, ignored).ShouldBe(double.NaN);
        Metrics.ExpectedCalibrationError(spoiled, [ignored], 3, ignoreIndex: ignored).ShouldBe(double.NaN);
    }

    [Fact]
    public void No_index_is_ignored_unless_it_is_given()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Metrics.TopK([1f, 2], [-100], 2, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Metrics.TopK([1f, 2, 1, 2], [-100, -1], 2, 1, -100)).Message.ShouldContain("-1 in row 1");
        Should.Throw<ArgumentOutOfRangeException>(() => Metrics.ExpectedCalibrationError([0.5f, 0.5f], [-100], 2));
    }
}
