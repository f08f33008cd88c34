using System;

namespace LossGen;

/// <content>Scores of predicted class indices.</content>
public static partial class Metrics
{
    /// <summary>The share of right predictions.</summary>
    /// <param name="predictions">A class index per row, as a kernel writes them. Its −1, for a row with NaN, counts as wrong.</param>
    /// <param name="targets">The right class index of each row.</param>
    /// <param name="ignoreIndex">Rows with this target count for nothing, whatever was predicted; none unless given.</param>
    /// <returns>0 … 1; NaN for no rows that count.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public static double Accuracy(ReadOnlySpan<int> predictions, ReadOnlySpan<int> targets, int? ignoreIndex = null)
    {
        EvaluationRows.CheckAnswers(predictions.Length, nameof(predictions), targets.Length);
        int right = 0;
        int kept = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            if (targets[row] != ignoreIndex)
            {
                kept++;
                right += predictions[row] == targets[row] ? 1 : 0;
            }
        }

        return (double)right / kept;
    }

    /// <summary>How often each class was predicted as each, from which precision, recall, F1, IoU and others follow.</summary>
    /// <param name="predictions">A class index per row.</param>
    /// <param name="targets">The right class index of each row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="ignoreIndex">Rows with this target count for nothing, whatever was predicted; none unless given.</param>
    /// <returns>The counts of the rows that count.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target or a prediction is out of range. Kernels predict −1 beside NaN.</exception>
    public static ConfusionMatrix ConfusionMatrix(
        ReadOnlySpan<int> predictions, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        LossGen.ConfusionMatrix.Of(predictions, targets, classes, ignoreIndex);

    /// <summary>How often yes and no were predicted as each: a matrix of 2 classes, of which 1 is the yes.</summary>
    /// <param name="predictions">The predicted answers.</param>
    /// <param name="targets">The right answers, as many.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public static ConfusionMatrix ConfusionMatrix(ReadOnlySpan<bool> predictions, ReadOnlySpan<bool> targets) =>
        LossGen.ConfusionMatrix.Of(predictions, targets);
}
