using System;
using LossGen.Numerics;

namespace LossGen;

/// <content>Scores of probabilities.</content>
public static partial class Metrics
{
    /// <summary>The log loss: the mean of −log p over the probabilities p of the rows' targets, in nats.</summary>
    /// <param name="probabilities">Rows × classes, each 0 … 1. They need not sum to 1.</param>
    /// <param name="targets">A class index per row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="ignoreIndex">Rows with this class index count for nothing, whatever they hold; none unless given.</param>
    /// <returns>
    /// 0 (certain and right) … +∞, which one target of probability 0 gives: nothing is clipped. scikit-learn's <c>log_loss</c> clips such a
    /// probability to the element type's epsilon. NaN for no rows that count, or for one with NaN. From logits a kernel has more digits.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class index or a probability is out of range.</exception>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        MeanOfRows(probabilities, default(DoubleToDouble), default(NegativeLog), targets, classes, ignoreIndex);

    /// <inheritdoc cref="LogLoss(ReadOnlySpan{double}, ReadOnlySpan{int}, int, int?)"/>
    public static double LogLoss(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        MeanOfRows(probabilities, default(FloatToDouble), default(NegativeLog), targets, classes, ignoreIndex);

    /// <summary>The log loss of yes-or-no answers, in nats: the mean of −log p for a yes and of −log(1 − p) for a no.</summary>
    /// <param name="probabilities">The probability of a yes for each answer, 0 … 1.</param>
    /// <param name="targets">The answers, as many.</param>
    /// <returns>0 … +∞, which one certain and wrong probability gives: nothing is clipped. NaN for no answers, or for a NaN.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is out of range.</exception>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> targets) =>
        MeanOfAnswers(probabilities, default(DoubleToDouble), default(NegativeLog), targets);

    /// <inheritdoc cref="LogLoss(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    public static double LogLoss(ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> targets) =>
        MeanOfAnswers(probabilities, default(FloatToDouble), default(NegativeLog), targets);

    /// <summary>
    /// The Brier score of several classes: the mean over the rows of Σ_k (p_k − e_k)², where e is 1 at the target and 0 elsewhere. The
    /// kernel <c>[BrierLoss]</c> has the same value. Source: Brier 1950, Verification of forecasts expressed in terms of probability.
    /// </summary>
    /// <param name="probabilities">Rows × classes, each 0 … 1.</param>
    /// <param name="targets">A class index per row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="ignoreIndex">Rows with this class index count for nothing, whatever they hold; none unless given.</param>
    /// <returns>0 … 2 for rows that sum to 1: for 2 classes twice that of answers. NaN for no rows that count or one with NaN.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class index or a probability is out of range.</exception>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        MeanOfRows(probabilities, default(DoubleToDouble), default(SquaredDistance), targets, classes, ignoreIndex);

    /// <inheritdoc cref="Brier(ReadOnlySpan{double}, ReadOnlySpan{int}, int, int?)"/>
    public static double Brier(ReadOnlySpan<float> probabilities, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        MeanOfRows(probabilities, default(FloatToDouble), default(SquaredDistance), targets, classes, ignoreIndex);

    /// <summary>
    /// The Brier score of yes-or-no answers: the mean of (p − y)², where y is 1 for a yes. scikit-learn's <c>brier_score_loss</c>.
    /// </summary>
    /// <param name="probabilities">The probability of a yes for each answer, 0 … 1.</param>
    /// <param name="targets">The answers, as many.</param>
    /// <returns>0 … 1; NaN for no answers, or for a NaN.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is out of range.</exception>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> targets) =>
        MeanOfAnswers(probabilities, default(DoubleToDouble), default(SquaredDistance), targets);

    /// <inheritdoc cref="Brier(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    public static double Brier(ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> targets) =>
        MeanOfAnswers(probabilities, default(FloatToDouble), default(SquaredDistance), targets);

    private static double MeanOfRows<T, TToDouble, TTerm>(
        ReadOnlySpan<T> probabilities, TToDouble read, TTerm term, ReadOnlySpan<int> targets, int classes, int? ignoreIndex)
        where TToDouble : struct, IToDouble<T>
        where TTerm : struct, ITerm
    {
        int rows = EvaluationRows.Check(probabilities.Length, nameof(probabilities), targets, classes, ignoreIndex);
        double sum = 0;
        int kept = 0;
        for (int row = 0; row < rows; row++)
        {
            if (targets[row] == ignoreIndex)
            {
                continue;
            }

            kept++;
            var p = probabilities.Slice(row * classes, classes);
            for (int k = 0; k < classes; k++)
            {
                sum += term.Of(Probability(read.Of(p[k]), k, row), k == targets[row]);
            }
        }

        return sum / kept;
    }

    private static double MeanOfAnswers<T, TToDouble, TTerm>(
        ReadOnlySpan<T> probabilities, TToDouble read, TTerm term, ReadOnlySpan<bool> targets)
        where TToDouble : struct, IToDouble<T>
        where TTerm : struct, ITerm
    {
        EvaluationRows.CheckAnswers(probabilities.Length, nameof(probabilities), targets.Length);
        double sum = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            double p = read.Of(probabilities[i]);
            if (p < 0 || p > 1 + Rounding)
            {
                throw new ArgumentOutOfRangeException(nameof(probabilities), p, FormattableString.Invariant(
                    $"The probability at index {i} is {p}; it must be from 0 to 1. Logits need a sigmoid first."));
            }

            sum += term.OfAnswer(Math.Min(p, 1), targets[i]);
        }

        return sum / targets.Length;
    }

    /// <summary>What a probability adds to a row's score.</summary>
    private interface ITerm
    {
        double Of(double probability, bool isTarget);

        double OfAnswer(double probability, bool isYes);
    }

    private readonly struct NegativeLog : ITerm
    {
        // NaN in a class that is not the target spoils the row as well: it is no distribution.
        public double Of(double probability, bool isTarget) =>
            isTarget ? -StableMath.Log(probability) : double.IsNaN(probability) ? double.NaN : 0;

        public double OfAnswer(double probability, bool isYes) => isYes ? -StableMath.Log(probability) : -StableMath.Log1p(-probability);
    }

    private readonly struct SquaredDistance : ITerm
    {
        public double Of(double probability, bool isTarget) => isTarget ? (1 - probability) * (1 - probability) : probability * probability;

        public double OfAnswer(double probability, bool isYes) => Of(probability, isYes);
    }
}
