using System;

namespace LossGen.Numerics;

public static partial class StableMath
{
    /// <summary>ln Σ exp(xᵢ): the sum of any number of probabilities given by their logarithms, or the log-partition of logits.</summary>
    /// <param name="x">Any values; −∞ contributes nothing.</param>
    /// <returns>In nats. −∞ for an empty span or nothing but −∞, +∞ where one is +∞, NaN where one is NaN. The error is 2 ulp of the larger of
    /// the result and the maximum, for spans of any length.</returns>
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        int top = IndexOfMaximum(x);
        if (top < 0 || double.IsInfinity(x[top]) || double.IsNaN(x[top]))
        {
            return top < 0 ? double.NegativeInfinity : x[top];
        }

        return x[top] + Log1p(SumOfOthers(x, top));
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{double})"/>
    public static float LogSumExp(ReadOnlySpan<float> x)
    {
        float top = FloatRow.Maximum(x);
        return float.IsInfinity(top) || float.IsNaN(top) ? top : (float)(top + Log1p(FloatRow.SumOfOthers(x, top)));
    }

    /// <summary>The index of the first NaN, else of the first maximum; −1 for an empty span.</summary>
    private static int IndexOfMaximum(ReadOnlySpan<double> x)
    {
        int top = x.Length == 0 ? -1 : 0;
        for (int i = 1; i < x.Length && !double.IsNaN(x[top]); i++)
        {
            top = x[i] > x[top] || double.IsNaN(x[i]) ? i : top;
        }

        return top;
    }

    /// <summary>
    /// Σ exp(xᵢ − xₜ) over all i but the maximum t, so that one dominant element leaves the digits of the rest. Compensated: what an addition
    /// rounds away is collected, or a million equal terms would lose six digits.
    /// </summary>
    private static double SumOfOthers(ReadOnlySpan<double> x, int top)
    {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (i != top)
            {
                Add(ExpOfDifference(x[i], x[top]), ref sum, ref lost);
            }
        }

        return sum + lost;
    }

    /// <summary>e^(x − y), without the error that exp makes of the rounding of a large difference.</summary>
    private static double ExpOfDifference(double x, double y)
    {
        double exp = Math.Exp(Difference(x, y, out double lost));
        return exp + (exp * lost);
    }

    /// <summary>x − y, and what its rounding loses.</summary>
    private static double Difference(double x, double y, out double lost)
    {
        double difference = x - y;
        double change = difference - x;
        lost = x - (difference - change) - (y + change);
        lost = double.IsNaN(lost) || double.IsInfinity(lost) ? 0 : lost;
        return difference;
    }

    /// <summary>sum += term for a term of at most 1, keeping the rounding error.</summary>
    private static void Add(double term, ref double sum, ref double lost)
    {
        double next = sum + term;
        lost += sum >= term ? sum - next + term : term - next + sum;
        sum = next;
    }
}
