using System;
using System.Collections.Generic;

namespace LossGen;

/// <content>Scores of an order: how well higher scores go with the right answers.</content>
public static partial class Metrics
{
    /// <summary>
    /// The area under the receiver operating characteristic: the probability that a random yes has a higher score than a random no, where
    /// equal scores count half. scikit-learn's <c>roc_auc_score</c>.
    /// </summary>
    /// <param name="scores">A score per answer: a logit, a probability, or anything else that grows with it; ±∞ too.</param>
    /// <param name="targets">The right answers, as many.</param>
    /// <returns>0 … 1, 0.5 for chance; exact but for one division. NaN where a score is, without a yes, or without a no.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public static double Auroc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> targets) =>
        Ranking.Of(scores, default(DoubleToDouble), targets, nameof(scores)).Auroc;

    /// <inheritdoc cref="Auroc(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    public static double Auroc(ReadOnlySpan<float> scores, ReadOnlySpan<bool> targets) =>
        Ranking.Of(scores, default(FloatToDouble), targets, nameof(scores)).Auroc;

    /// <summary>
    /// The mean over the classes of the area under the receiver operating characteristic of one class against the rest. scikit-learn's
    /// <c>roc_auc_score</c> with <c>multi_class="ovr"</c>.
    /// </summary>
    /// <param name="scores">Rows × classes. Give probabilities: logits of one class in two rows need not be comparable.</param>
    /// <param name="targets">A class index per row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="ignoreIndex">Rows with this class index count for nothing, whatever they hold; none unless given.</param>
    /// <returns>0 … 1. Classes without a row, or with all rows, are left out; NaN where none is left, or where a score is NaN.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class index is out of range.</exception>
    public static double Auroc(ReadOnlySpan<double> scores, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        MeanOverClasses(scores, default(DoubleToDouble), targets, classes, ignoreIndex, static ranking => ranking.Auroc);

    /// <inheritdoc cref="Auroc(ReadOnlySpan{double}, ReadOnlySpan{int}, int, int?)"/>
    public static double Auroc(ReadOnlySpan<float> scores, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        MeanOverClasses(scores, default(FloatToDouble), targets, classes, ignoreIndex, static ranking => ranking.Auroc);

    /// <summary>
    /// The average precision: Σ (R_n − R_{n−1})·P_n over the distinct scores from high to low, with recall R and precision P of the answers
    /// that score as high or higher. Nothing is interpolated. scikit-learn's <c>average_precision_score</c>.
    /// </summary>
    /// <param name="scores">A score per answer: a logit, a probability, or anything else that grows with it; ±∞ too.</param>
    /// <param name="targets">The right answers, as many.</param>
    /// <returns>Above 0 … 1; the share of yeses for chance. NaN where a score is, or without a yes.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public static double AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<bool> targets) =>
        Ranking.Of(scores, default(DoubleToDouble), targets, nameof(scores)).AveragePrecision;

    /// <inheritdoc cref="AveragePrecision(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    public static double AveragePrecision(ReadOnlySpan<float> scores, ReadOnlySpan<bool> targets) =>
        Ranking.Of(scores, default(FloatToDouble), targets, nameof(scores)).AveragePrecision;

    /// <summary>The mean over the classes of the average precision of one class against the rest.</summary>
    /// <param name="scores">Rows × classes. Give probabilities: logits of one class in two rows need not be comparable.</param>
    /// <param name="targets">A class index per row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="ignoreIndex">Rows with this class index count for nothing, whatever they hold; none unless given.</param>
    /// <returns>Above 0 … 1. Classes without a row are left out; NaN where none is left, or where a score is NaN.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class index is out of range.</exception>
    public static double AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        MeanOverClasses(scores, default(DoubleToDouble), targets, classes, ignoreIndex, static ranking => ranking.AveragePrecision);

    /// <inheritdoc cref="AveragePrecision(ReadOnlySpan{double}, ReadOnlySpan{int}, int, int?)"/>
    public static double AveragePrecision(ReadOnlySpan<float> scores, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        MeanOverClasses(scores, default(FloatToDouble), targets, classes, ignoreIndex, static ranking => ranking.AveragePrecision);

    private static double MeanOverClasses<T, TToDouble>(
        ReadOnlySpan<T> scores, TToDouble read, ReadOnlySpan<int> targets, int classes, int? ignoreIndex, Func<Ranking, double> score)
        where TToDouble : struct, IToDouble<T>
    {
        int rows = EvaluationRows.Check(scores.Length, nameof(scores), targets, classes, ignoreIndex);
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < classes; k++)
        {
            var column = new List<double>(rows);
            var isClass = new List<bool>(rows);
            for (int row = 0; row < rows; row++)
            {
                if (targets[row] != ignoreIndex)
                {
                    column.Add(read.Of(scores[(row * classes) + k]));
                    isClass.Add(targets[row] == k);
                }
            }

            double value = score(Ranking.Of([.. column], default(DoubleToDouble), [.. isClass], nameof(scores)));
            if (double.IsNaN(value) && !column.Exists(double.IsNaN))
            {
                continue;
            }

            sum += value;
            counted++;
        }

        return sum / counted;
    }
}
