using System;
using LossGen.Numerics;

namespace LossGen;

/// <summary>Makes a classifier's confidence honest after training.</summary>
public static class Calibration
{
    /// <summary>The least temperature that is tried, and what is returned where all rows are right by any margin.</summary>
    public const double MinTemperature = 0.01;

    /// <summary>The largest temperature that is tried, and what is returned where the logits are worth nothing.</summary>
    public const double MaxTemperature = 100;

    // Of the logarithm of the temperature: far below what any data set can tell apart.
    private const double Tolerance = 1e-9;

    /// <summary>
    /// The temperature T that minimises the mean cross-entropy of logits/T on held-out data (Guo et al. 2017, On Calibration of Modern Neural
    /// Networks). The loss has a single minimum in T, which Brent's method finds on log T.
    /// </summary>
    /// <param name="logits">Rows × classes, not those the model was trained on.</param>
    /// <param name="targets">A class index per row.</param>
    /// <param name="classes">The number of classes, 2 or more.</param>
    /// <param name="ignoreIndex">Rows with this class index count for nothing, whatever they hold; none unless given.</param>
    /// <returns><see cref="MinTemperature"/> … <see cref="MaxTemperature"/>: above 1 the model was too sure, below 1 not sure enough. For a kernel's option <c>Temperature</c>.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, there are no rows that count, or one of them holds NaN or +∞ or −∞ at its target.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class index is out of range.</exception>
    public static double FitTemperature(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        Fit(logits, default(DoubleToDouble), targets, classes, ignoreIndex);

    /// <inheritdoc cref="FitTemperature(ReadOnlySpan{double}, ReadOnlySpan{int}, int, int?)"/>
    public static double FitTemperature(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int classes, int? ignoreIndex = null) =>
        Fit(logits, default(FloatToDouble), targets, classes, ignoreIndex);

    private static double Fit<T, TToDouble>(ReadOnlySpan<T> logits, TToDouble read, ReadOnlySpan<int> targets, int classes, int? ignoreIndex)
        where TToDouble : struct, IToDouble<T>
    {
        int rows = EvaluationRows.Check(logits.Length, nameof(logits), targets, classes, ignoreIndex);
        int kept = rows;
        foreach (int target in targets)
        {
            kept -= target == ignoreIndex ? 1 : 0;
        }

        if (kept == 0)
        {
            throw new ArgumentException(
                rows == 0 ? "There are no rows; a temperature cannot be fitted to nothing." : FormattableString.Invariant($"All {rows} rows are ignored; a temperature cannot be fitted to nothing."),
                nameof(logits));
        }

        double[] gaps = Gaps(logits, read, targets, classes, ignoreIndex, kept);
        double best = BrentMinimum.Find(logT => MeanLoss(gaps, classes, Math.Exp(logT)), Math.Log(MinTemperature), Math.Log(MaxTemperature), Tolerance);
        return Math.Min(MaxTemperature, Math.Max(MinTemperature, Math.Exp(best)));
    }

    /// <summary>Per row that counts the target's distance to the maximum, then those of the other classes but the first maximum; all at least 0.</summary>
    private static double[] Gaps<T, TToDouble>(ReadOnlySpan<T> logits, TToDouble read, ReadOnlySpan<int> targets, int classes, int? ignoreIndex, int kept)
        where TToDouble : struct, IToDouble<T>
    {
        double[] gaps = new double[kept * classes];
        double[] x = new double[classes];
        int place = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            if (targets[row] == ignoreIndex)
            {
                continue;
            }

            int top = 0;
            for (int k = 0; k < classes; k++)
            {
                x[k] = read.Of(logits[(row * classes) + k]);
                if (double.IsNaN(x[k]) || double.IsPositiveInfinity(x[k]))
                {
                    throw new ArgumentException(FormattableString.Invariant($"Row {row} has the logit {x[k]} for class {k}; a temperature cannot be fitted to it."), nameof(logits));
                }

                top = x[k] > x[top] ? k : top;
            }

            if (double.IsNegativeInfinity(x[targets[row]]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} has the logit −∞ for its target, class {targets[row]}: its loss is infinite at every temperature."), nameof(logits));
            }

            gaps[place++] = x[top] - x[targets[row]];
            for (int k = 0; k < classes; k++)
            {
                if (k != top)
                {
                    gaps[place++] = x[top] - x[k];
                }
            }
        }

        return gaps;
    }

    private static double MeanLoss(double[] gaps, int classes, double temperature)
    {
        double sum = 0;
        int rows = gaps.Length / classes;
        for (int row = 0; row < rows; row++)
        {
            double others = 0;
            for (int k = 1; k < classes; k++)
            {
                others += Math.Exp(-gaps[(row * classes) + k] / temperature);
            }

            sum += (gaps[row * classes] / temperature) + StableMath.Log1p(others);
        }

        return sum / rows;
    }
}
