using System;

namespace LossGen;

/// <summary>How good predictions are, over a whole data set.</summary>
public static partial class Metrics
{
    // Softmax in float rounds to a little above 1 at times.
    private const double Rounding = 1e-5;

    /// <summary>The share of rows whose target is among the k highest scores; top-1 is the accuracy.</summary>
    /// <param name="scores">Rows × classes: logits, probabilities or anything else that grows with them.</param>
    /// <param name="targets">A class index per row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="k">1 … the number of classes.</param>
    /// <param name="ignoreIndex">Rows with this class index count for nothing, whatever they hold; none unless given.</param>
    /// <returns>0 … 1; NaN for no rows that count. Of equal scores the first class is the higher one; a row with NaN counts as wrong.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class index is out of range, or k is.</exception>
    public static double TopK(ReadOnlySpan<double> scores, ReadOnlySpan<int> targets, int classes, int k, int? ignoreIndex = null) =>
        TopK(scores, default(DoubleToDouble), targets, classes, k, ignoreIndex);

    /// <inheritdoc cref="TopK(ReadOnlySpan{double}, ReadOnlySpan{int}, int, int, int?)"/>
    public static double TopK(ReadOnlySpan<float> scores, ReadOnlySpan<int> targets, int classes, int k, int? ignoreIndex = null) =>
        TopK(scores, default(FloatToDouble), targets, classes, k, ignoreIndex);

    private static double TopK<T, TToDouble>(ReadOnlySpan<T> scores, TToDouble read, ReadOnlySpan<int> targets, int classes, int k, int? ignoreIndex)
        where TToDouble : struct, IToDouble<T>
    {
        int rows = EvaluationRows.Check(scores.Length, nameof(scores), targets, classes, ignoreIndex);
        CheckK(k, classes);
        double right = 0;
        int kept = 0;
        for (int row = 0; row < rows; row++)
        {
            if (targets[row] == ignoreIndex)
            {
                continue;
            }

            kept++;
            var x = scores.Slice(row * classes, classes);
            double own = read.Of(x[targets[row]]);
            int ahead = 0;
            for (int j = 0; j < classes && ahead < k; j++)
            {
                // A comparison with NaN is false, and such a row must not count as right.
                double score = read.Of(x[j]);
                ahead = double.IsNaN(score) ? k : ahead + (score > own || (score == own && j < targets[row]) ? 1 : 0);
            }

            right += ahead < k ? 1 : 0;
        }

        return right / kept;
    }

    /// <summary>
    /// The expected calibration error Σ (n_b/N)·|accuracy_b − confidence_b| over equally wide bins of the highest probability (Guo et al. 2017,
    /// On Calibration of Modern Neural Networks; Naeini et al. 2015).
    /// </summary>
    /// <param name="probabilities">Rows × classes, each 0 … 1.</param>
    /// <param name="targets">A class index per row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="bins">The number of bins, 1 or more; 15 in the paper. A bin holds its upper end and not its lower one.</param>
    /// <param name="ignoreIndex">Rows with this class index count for nothing, whatever they hold; none unless given.</param>
    /// <returns>0 (calibrated) … 1; NaN for no rows that count or for one with NaN.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class index or a probability is out of range, or there are no bins.</exception>
    public static double ExpectedCalibrationError(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> targets, int classes, int bins = 15, int? ignoreIndex = null) =>
        CalibrationError(probabilities, default(DoubleToDouble), targets, classes, bins, ignoreIndex);

    /// <inheritdoc cref="ExpectedCalibrationError(ReadOnlySpan{double}, ReadOnlySpan{int}, int, int, int?)"/>
    public static double ExpectedCalibrationError(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> targets, int classes, int bins = 15, int? ignoreIndex = null) =>
        CalibrationError(probabilities, default(FloatToDouble), targets, classes, bins, ignoreIndex);

    private static double CalibrationError<T, TToDouble>(ReadOnlySpan<T> probabilities, TToDouble read, ReadOnlySpan<int> targets, int classes, int bins, int? ignoreIndex)
        where TToDouble : struct, IToDouble<T>
    {
        int rows = EvaluationRows.Check(probabilities.Length, nameof(probabilities), targets, classes, ignoreIndex);
        if (bins < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(bins), bins, FormattableString.Invariant($"'bins' is {bins}; it must be 1 or more."));
        }

        // |accuracy − confidence|·n of a bin is the absolute sum of (right − confidence) over its rows.
        double[] differences = new double[bins];
        int kept = 0;
        for (int row = 0; row < rows; row++)
        {
            if (targets[row] == ignoreIndex)
            {
                continue;
            }

            kept++;
            (int best, double confidence) = Highest(probabilities.Slice(row * classes, classes), read, row);
            if (double.IsNaN(confidence))
            {
                return double.NaN;
            }

            int bin = Math.Min(bins - 1, Math.Max(0, (int)Math.Ceiling(confidence * bins) - 1));
            differences[bin] += (best == targets[row] ? 1 : 0) - confidence;
        }

        double sum = 0;
        foreach (double difference in differences)
        {
            sum += Math.Abs(difference);
        }

        return sum / kept;
    }

    private static (int Index, double Value) Highest<T, TToDouble>(ReadOnlySpan<T> probabilities, TToDouble read, int row)
        where TToDouble : struct, IToDouble<T>
    {
        int best = 0;
        double highest = double.NegativeInfinity;
        for (int k = 0; k < probabilities.Length; k++)
        {
            double p = Probability(read.Of(probabilities[k]), k, row);
            if (double.IsNaN(p))
            {
                return (k, double.NaN);
            }

            (best, highest) = p > highest ? (k, p) : (best, highest);
        }

        return (best, highest);
    }

    private static double Probability(double p, int k, int row) => p < 0 || p > 1 + Rounding
        ? throw new ArgumentOutOfRangeException("probabilities", p, FormattableString.Invariant(
            $"The probability of class {k} in row {row} is {p}; it must be from 0 to 1. Logits need a softmax first."))
        : Math.Min(p, 1);

    private static void CheckK(int k, int classes)
    {
        if (k < 1 || k > classes)
        {
            throw new ArgumentOutOfRangeException(nameof(k), k, FormattableString.Invariant($"'k' is {k}; it must be from 1 to the number of classes, {classes}."));
        }
    }
}
