using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Evaluation;

/// <summary>The metrics against scikit-learn's values, which Golden/sklearn_metrics.py wrote. Its scores tie often.</summary>
public sealed class SklearnMetricsTests
{
    private const double Tolerance = 1e-13;

    private static readonly JsonElement Values = Read();

    public static TheoryData<int> Binary => [.. Enumerable.Range(0, Values.GetProperty("binary").GetArrayLength())];

    public static TheoryData<int> Several => [.. Enumerable.Range(0, Values.GetProperty("several").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Binary))]
    public void Scores_of_answers_are_those_of_scikit_learn(int index)
    {
        var (expected, p, _) = Case("binary", index);
        bool[] targets = [.. Targets(expected).Select(target => target == 1)];
        float[] floats = Floats(p);

        ShouldBoth(expected, "auroc", Metrics.Auroc(p, targets), Metrics.Auroc(floats, targets));
        ShouldBoth(expected, "averagePrecision", Metrics.AveragePrecision(p, targets), Metrics.AveragePrecision(floats, targets));
        ShouldBoth(expected, "brier", Metrics.Brier(p, targets), Metrics.Brier(floats, targets));
        ShouldBoth(expected, "logLoss", Metrics.LogLoss(p, targets), Metrics.LogLoss(floats, targets));

        var matrix = Metrics.ConfusionMatrix([.. p.Select(x => x >= 0.5)], targets);
        Should(expected, "accuracy", matrix.Accuracy);
        Should(expected, "precision", matrix.Precision(1));
        Should(expected, "recall", matrix.Recall(1));
        Should(expected, "f1", matrix.F1(1));
        Should(expected, "iou", matrix.IoU(1));
        Should(expected, "mcc", matrix.MatthewsCorrelation);
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void The_order_of_answers_and_a_growing_function_of_scores_change_no_bit_of_the_area(int index)
    {
        var (expected, p, _) = Case("binary", index);
        bool[] targets = [.. Targets(expected).Select(target => target == 1)];
        double area = Metrics.Auroc(p, targets);

        Metrics.Auroc([.. p.Reverse()], [.. targets.Reverse()]).ShouldBe(area);
        Metrics.Auroc([.. p.Select(x => x > 0.9 ? double.PositiveInfinity : (1e300 * x) - 1e300)], targets)
            .ShouldBe(Metrics.Auroc([.. p.Select(x => x > 0.9 ? 1 : x)], targets));
    }

    [Theory]
    [MemberData(nameof(Several))]
    public void Scores_of_classes_are_those_of_scikit_learn(int index)
    {
        var (expected, p, classes) = Case("several", index);
        int[] targets = Targets(expected);
        float[] floats = Floats(p);

        ShouldBoth(expected, "logLoss", Metrics.LogLoss(p, targets, classes), Metrics.LogLoss(floats, targets, classes));
        ShouldBoth(expected, "brier", Metrics.Brier(p, targets, classes), Metrics.Brier(floats, targets, classes));
        ShouldBoth(expected, "auroc", Metrics.Auroc(p, targets, classes), Metrics.Auroc(floats, targets, classes));
        double ofFloats = Metrics.AveragePrecision(floats, targets, classes);
        ShouldBoth(expected, "averagePrecision", Metrics.AveragePrecision(p, targets, classes), ofFloats);

        double[] logits = [.. p.Select(x => 64 * x)];
        ShouldBoth(
            expected, "perplexity", Metrics.Perplexity(logits, targets, classes), Metrics.Perplexity(Floats(logits), targets, classes));
        if (expected.GetProperty("topK").ValueKind == JsonValueKind.Number)
        {
            ShouldBoth(expected, "topK", Metrics.TopK(p, targets, classes, 2), Metrics.TopK(floats, targets, classes, 2));
        }
    }

    [Theory]
    [MemberData(nameof(Several))]
    public void The_confusion_matrix_and_its_scores_are_those_of_scikit_learn(int index)
    {
        var (expected, p, classes) = Case("several", index);
        int[] targets = Targets(expected);
        int[] predictions = [.. p.Chunk(classes).Select(row => Array.IndexOf(row, row.Max()))];
        var matrix = Metrics.ConfusionMatrix(predictions, targets, classes);

        matrix.Counts.ToArray().ShouldBe(expected.GetProperty("confusion").EnumerateArray().Select(count => count.GetInt32()));
        matrix.Rows.ShouldBe(targets.Length);
        Should(expected, "precisions", matrix, matrix.Precision);
        Should(expected, "recalls", matrix, matrix.Recall);
        Should(expected, "f1s", matrix, matrix.F1);
        Should(expected, "ious", matrix, matrix.IoU);
        Should(expected, "accuracy", matrix.Accuracy);
        Should(expected, "accuracy", Metrics.Accuracy(predictions, targets));
        Should(expected, "balancedAccuracy", matrix.BalancedAccuracy);
        Should(expected, "macroPrecision", matrix.MacroPrecision);
        Should(expected, "macroRecall", matrix.MacroRecall);
        Should(expected, "macroF1", matrix.MacroF1);
        Should(expected, "meanIoU", matrix.MeanIoU);
        Should(expected, "mcc", matrix.MatthewsCorrelation);

        var report = ClassificationReport.Of(p, targets, classes);
        Should(expected, "macroF1", report.MacroF1);
        Should(expected, "logLoss", report.LogLoss);
        report.Confusion.ToArray().ShouldBe(matrix.Counts.ToArray());
    }

    private static void ShouldBoth(JsonElement expected, string name, double ofDouble, double ofFloat)
    {
        Should(expected, name, ofDouble);
        ofFloat.ShouldBe(ofDouble, name);
    }

    private static void Should(JsonElement expected, string name, double actual) =>
        actual.ShouldBe(expected.GetProperty(name).GetDouble(), Tolerance * Math.Max(1, Math.Abs(actual)), name);

    private static void Should(JsonElement expected, string name, ConfusionMatrix matrix, Func<int, double> score)
    {
        double[] values = [.. expected.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
        values.Length.ShouldBe(matrix.Classes);
        for (int label = 0; label < values.Length; label++)
        {
            score(label).ShouldBe(values[label], Tolerance, $"{name} of class {label}");
        }
    }

    private static (JsonElement Expected, double[] Probabilities, int Classes) Case(string kind, int index)
    {
        JsonElement expected = Values.GetProperty(kind)[index];
        double[] p = [.. expected.GetProperty("scores").EnumerateArray().Select(score => score.GetInt32() / 64.0)];
        return (expected, p, expected.TryGetProperty("classes", out JsonElement classes) ? classes.GetInt32() : 2);
    }

    private static int[] Targets(JsonElement expected) =>
        [.. expected.GetProperty("targets").EnumerateArray().Select(target => target.GetInt32())];

    private static float[] Floats(IEnumerable<double> values) => [.. values.Select(x => (float)x)];

    private static JsonElement Read()
    {
        using var stream = typeof(SklearnMetricsTests).Assembly.GetManifestResourceStream("sklearn_metrics.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
