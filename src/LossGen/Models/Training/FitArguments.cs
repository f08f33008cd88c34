using System;
using System.Globalization;

namespace LossGen.Models.Training;

/// <summary>The checks before a fit. Each message names the parameter and the numbers that do not fit.</summary>
internal static class FitArguments
{
    /// <summary>The number of rows.</summary>
    public static int Rows(int featuresLength, int featureCount, int labelsLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(featureCount);
        if (labelsLength == 0)
        {
            throw new ArgumentException("'labels' is empty; a model cannot be fitted to no rows.", "labels");
        }

        return featuresLength == (long)labelsLength * featureCount
            ? labelsLength
            : throw new ArgumentException(
                Text($"'features' has {featuresLength} elements; {(long)labelsLength * featureCount} are needed, {featureCount} for each of {labelsLength} labels."),
                "features");
    }

    /// <summary>The number of classes, which the labels must be below.</summary>
    public static int Classes(ReadOnlySpan<int> labels, SoftmaxRegressionOptions options)
    {
        int highest = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] < 0 || labels[row] >= (options.Classes ?? int.MaxValue))
            {
                string range = options.Classes is { } count ? Text($"0 … {count - 1}") : "0 or greater";
                throw new ArgumentOutOfRangeException(nameof(labels), labels[row], Text($"Label {labels[row]} of row {row} is out of range; labels are {range}."));
            }

            highest = Math.Max(highest, labels[row]);
        }

        return options.Classes ?? Math.Max(2, highest + 1);
    }

    /// <summary>What is wrong with an option whatever the data.</summary>
    public static void Check(SoftmaxRegressionOptions options)
    {
        Require(options.Classes is null or >= 1, nameof(options.Classes), options.Classes ?? 0, "must be 1 or greater");
        Require(options.L2 >= 0 && double.IsFinite(options.L2), nameof(options.L2), options.L2, "must be 0 or greater, and finite");
        Require(options.L1 >= 0 && double.IsFinite(options.L1), nameof(options.L1), options.L1, "must be 0 or greater, and finite");
        Require(options.L1 == 0 || options.Solver == Solver.Lbfgs, nameof(options.L1), options.L1, "needs Solver.Lbfgs, whose orthant-wise variant reaches exact zeros");
        Require(options.LabelSmoothing is >= 0 and < 1, nameof(options.LabelSmoothing), options.LabelSmoothing, "must be 0 or greater, and below 1");
        Require(options.Tolerance > 0, nameof(options.Tolerance), options.Tolerance, "must be greater than 0");
        Require(options.MaxIterations >= 0, nameof(options.MaxIterations), options.MaxIterations, "must be 0 or greater");
        Require(options.BatchSize >= 1, nameof(options.BatchSize), options.BatchSize, "must be 1 or greater");
        Require(options.LearningRate > 0 && double.IsFinite(options.LearningRate), nameof(options.LearningRate), options.LearningRate, "must be greater than 0, and finite");
        Require(options.MaxDegreeOfParallelism is -1 or >= 1, nameof(options.MaxDegreeOfParallelism), options.MaxDegreeOfParallelism, "must be −1, for all threads, or 1 or greater");
        Require(Enum.IsDefined(options.Solver), nameof(options.Solver), (int)options.Solver, "is no solver");
    }

    /// <summary>What a fit to sums of rows that are elsewhere cannot do.</summary>
    public static void CheckSummed(int featureCount, int classes, long rows, SoftmaxRegressionOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(featureCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        Check(options);
        Require(options.Classes is null || options.Classes == classes, nameof(options.Classes), options.Classes ?? 0, Text($"must be {classes}, as 'classes' is"));
        Require(options.Solver != Solver.Sgd, nameof(options.Solver), (int)options.Solver, "needs the rows of each batch; take Solver.Lbfgs or Solver.GradientDescent");
        const string InTheSum = "must be left out: only the code that sums over the rows can apply it";
        Require(options.LabelSmoothing == 0, nameof(options.LabelSmoothing), options.LabelSmoothing, InTheSum);
        Refuse(options.Standardize, nameof(options.Standardize));
        Refuse(!options.ClassWeights.IsEmpty, nameof(options.ClassWeights));
        Refuse(!options.SampleWeights.IsEmpty, nameof(options.SampleWeights));

        static void Refuse(bool isSet, string name)
        {
            if (isSet)
            {
                throw new ArgumentException(Text($"'{name}' is set; it {InTheSum}."), nameof(options));
            }
        }
    }

    /// <summary>The weights of all rows, those of their classes included; null where all are 1.</summary>
    public static double[]? RowWeights(ReadOnlySpan<int> labels, int classes, SoftmaxRegressionOptions options)
    {
        CheckWeights(options.ClassWeights.Span, classes, nameof(options.ClassWeights), "class");
        CheckWeights(options.SampleWeights.Span, labels.Length, nameof(options.SampleWeights), "row");
        if (options.ClassWeights.IsEmpty && options.SampleWeights.IsEmpty)
        {
            return null;
        }

        double[] weights = new double[labels.Length];
        double total = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            double ofClass = options.ClassWeights.IsEmpty ? 1 : options.ClassWeights.Span[labels[row]];
            weights[row] = ofClass * (options.SampleWeights.IsEmpty ? 1 : options.SampleWeights.Span[row]);
            total += weights[row];
        }

        return total > 0
            ? weights
            : throw new ArgumentException("All rows have a weight of 0; a model cannot be fitted to nothing.", nameof(options));
    }

    private static void CheckWeights(ReadOnlySpan<double> weights, int expected, string name, string of)
    {
        if (!weights.IsEmpty && weights.Length != expected)
        {
            throw new ArgumentException(Text($"'{name}' has {weights.Length} elements; {expected} are needed, one per {of}."), "options");
        }

        foreach (double weight in weights)
        {
            Require(weight >= 0 && double.IsFinite(weight), name, weight, "must hold finite numbers of 0 or greater");
        }
    }

    private static void Require(bool holds, string name, double value, string what)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException("options", value, Text($"'{name}' is {value}; it {what}."));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
