using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen;

/// <summary>How often each class was predicted as each, and the scores that follow from these counts.</summary>
/// <remarks>
/// The definitions are those of scikit-learn's <c>precision_recall_fscore_support</c>, <c>jaccard_score</c> and <c>matthews_corrcoef</c>. A
/// quotient of 0 and 0 is 0. The macro scores are means over the classes that occur, as target or as prediction.
/// </remarks>
public sealed class ConfusionMatrix
{
    private readonly int[] counts;
    private readonly int[] targets;
    private readonly int[] predicted;

    private ConfusionMatrix(int[] counts, int classes)
    {
        this.counts = counts;
        Classes = classes;
        targets = [.. Enumerable.Range(0, classes).Select(i => Enumerable.Range(0, classes).Sum(j => counts[(i * classes) + j]))];
        predicted = [.. Enumerable.Range(0, classes).Select(j => Enumerable.Range(0, classes).Sum(i => counts[(i * classes) + j]))];
        Rows = targets.Sum();
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of rows that count.</summary>
    public int Rows { get; }

    /// <summary>Classes × classes counts: at [i · classes + j] the rows of class i that were predicted as class j.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <summary>The share of right predictions, 0 … 1; NaN for no rows.</summary>
    public double Accuracy => (double)Right / Rows;

    /// <summary>The mean recall of the targets' classes: the accuracy if every class had as many rows. NaN for no rows.</summary>
    public double BalancedAccuracy => Mean(Recall, label => targets[label] > 0);

    /// <summary>The mean precision of the classes that occur; NaN for no rows.</summary>
    public double MacroPrecision => Mean(Precision, Occurs);

    /// <summary>The mean recall of the classes that occur; NaN for no rows.</summary>
    public double MacroRecall => Mean(Recall, Occurs);

    /// <summary>The mean F1 score of the classes that occur; NaN for no rows.</summary>
    public double MacroF1 => Mean(F1, Occurs);

    /// <summary>The mean intersection over union of the classes that occur, usual for segmentation; NaN for no rows.</summary>
    public double MeanIoU => Mean(IoU, Occurs);

    /// <summary>
    /// Matthews' correlation, for several classes as Gorodkin 2004 (Comparing two K-category assignments by a K-category correlation
    /// coefficient) defines it: −1 … 1 for 2 classes, 1 for right predictions, 0 where all targets or all predictions are of one class.
    /// </summary>
    public double MatthewsCorrelation
    {
        get
        {
            // Integers: the differences of products are exact.
            long chance = 0, squaredTargets = 0, squaredPredicted = 0;
            for (int k = 0; k < Classes; k++)
            {
                chance += (long)targets[k] * predicted[k];
                squaredTargets += (long)targets[k] * targets[k];
                squaredPredicted += (long)predicted[k] * predicted[k];
            }

            long all = (long)Rows * Rows;
            double scale = Math.Sqrt((double)(all - squaredTargets) * (all - squaredPredicted));
            return scale == 0 ? 0 : (((long)Right * Rows) - chance) / scale;
        }
    }

    private int Right => Enumerable.Range(0, Classes).Sum(k => this[k, k]);

    /// <summary>The rows of one class that were predicted as another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A class index is out of range.</exception>
    public int this[int target, int prediction] =>
        counts[(Label(target, nameof(target)) * Classes) + Label(prediction, nameof(prediction))];

    /// <summary>The number of rows of the class.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The class index is out of range.</exception>
    public int Support(int label) => targets[Label(label, nameof(label))];

    /// <summary>Of the rows that were predicted as the class, the share that is of it; 0 where none was.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The class index is out of range.</exception>
    public double Precision(int label) => Share(this[label, label], predicted[label]);

    /// <summary>Of the rows of the class, the share that was predicted as it; 0 where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The class index is out of range.</exception>
    public double Recall(int label) => Share(this[label, label], targets[label]);

    /// <summary>The harmonic mean of precision and recall; 0 where the class neither occurs nor was predicted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The class index is out of range.</exception>
    public double F1(int label) => Share(2L * this[label, label], (long)targets[label] + predicted[label]);

    /// <summary>Intersection over union (Jaccard): right rows over rows of the class or predicted as it; 0 where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The class index is out of range.</exception>
    public double IoU(int label) => Share(this[label, label], (long)targets[label] + predicted[label] - this[label, label]);

    internal static ConfusionMatrix Of(ReadOnlySpan<int> predictions, ReadOnlySpan<int> targets, int classes, int? ignoreIndex)
    {
        EvaluationRows.CheckAnswers(predictions.Length, nameof(predictions), targets.Length);
        EvaluationRows.CheckIndices(targets, classes, ignoreIndex);
        int[] counts = new int[checked(classes * classes)];
        for (int row = 0; row < targets.Length; row++)
        {
            if (targets[row] == ignoreIndex)
            {
                continue;
            }

            if ((uint)predictions[row] >= (uint)classes)
            {
                int wrong = predictions[row];
                throw new ArgumentOutOfRangeException(nameof(predictions), wrong, FormattableString.Invariant(
                    $"The prediction {wrong} in row {row} is not in 0 … {classes - 1} ({classes} classes). Kernels predict −1 for NaN."));
            }

            counts[(targets[row] * classes) + predictions[row]]++;
        }

        return new ConfusionMatrix(counts, classes);
    }

    internal static ConfusionMatrix Of(ReadOnlySpan<bool> predictions, ReadOnlySpan<bool> targets)
    {
        EvaluationRows.CheckAnswers(predictions.Length, nameof(predictions), targets.Length);
        int[] counts = new int[4];
        for (int i = 0; i < targets.Length; i++)
        {
            counts[(targets[i] ? 2 : 0) + (predictions[i] ? 1 : 0)]++;
        }

        return new ConfusionMatrix(counts, 2);
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private bool Occurs(int label) => targets[label] > 0 || predicted[label] > 0;

    private double Mean(Func<int, double> score, Func<int, bool> counts)
    {
        List<double> scores = [.. Enumerable.Range(0, Classes).Where(counts).Select(score)];
        return scores.Count == 0 ? double.NaN : scores.Average();
    }

    private int Label(int label, string name) => (uint)label < (uint)Classes
        ? label
        : throw new ArgumentOutOfRangeException(name, label, FormattableString.Invariant(
            $"The class index {label} is not in 0 … {Classes - 1} ({Classes} classes)."));
}
