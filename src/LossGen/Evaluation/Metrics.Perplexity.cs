using System;
using LossGen.Numerics;

namespace LossGen;

/// <content>The perplexity of logits.</content>
public static partial class Metrics
{
    /// <summary>
    /// The perplexity e^L of a model on data, where L is the mean cross-entropy of the rows that count: as uncertain as a choice among so
    /// many equally likely classes. Sums are taken in double, and a row that is ahead by far keeps its digits.
    /// </summary>
    /// <param name="logits">Rows × classes unnormalised scores; −∞ excludes a class.</param>
    /// <param name="targets">A class index per row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="ignoreIndex">Rows with this class index count for nothing, such as padding and prompts. None unless given.</param>
    /// <returns>1 … +∞, which a logit of −∞ at a target gives. NaN for no rows that count, or for one that holds NaN or +∞.</returns>
    /// <remarks>For files larger than memory, sum the <c>losses</c> of a kernel block by block.</remarks>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class index is out of range.</exception>
    public static double Perplexity(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        Perplexity(logits, default(DoubleToDouble), targets, classes, ignoreIndex);

    /// <inheritdoc cref="Perplexity(ReadOnlySpan{double}, ReadOnlySpan{int}, int, int?)"/>
    public static double Perplexity(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        Perplexity(logits, default(FloatToDouble), targets, classes, ignoreIndex);

    private static double Perplexity<T, TToDouble>(
        ReadOnlySpan<T> logits, TToDouble read, ReadOnlySpan<int> targets, int classes, int? ignoreIndex)
        where TToDouble : struct, IToDouble<T>
    {
        int rows = EvaluationRows.Check(logits.Length, nameof(logits), targets, classes, ignoreIndex);
        double sum = 0;
        int kept = 0;
        for (int row = 0; row < rows; row++)
        {
            if (targets[row] != ignoreIndex)
            {
                kept++;
                sum += NegativeLogLikelihood(logits.Slice(row * classes, classes), read, targets[row]);
            }
        }

        return StableMath.Exp(sum / kept);
    }

    /// <summary>(max − x_y) + log1p(Σ of e^(x − max) over the classes but the first maximum).</summary>
    private static double NegativeLogLikelihood<T, TToDouble>(ReadOnlySpan<T> row, TToDouble read, int target)
        where TToDouble : struct, IToDouble<T>
    {
        int top = 0;
        for (int k = 1; k < row.Length; k++)
        {
            top = read.Of(row[k]) > read.Of(row[top]) ? k : top;
        }

        double max = read.Of(row[top]);
        double others = 0;
        for (int k = 0; k < row.Length; k++)
        {
            others += k == top ? 0 : StableMath.Exp(read.Of(row[k]) - max);
        }

        return (max - read.Of(row[target])) + StableMath.Log1p(others);
    }
}
