using System;

namespace LossGen.Numerics;

public static partial class StableMath
{
    /// <summary>ln(1 − eˣ): the logarithm of the probability that remains.</summary>
    /// <param name="x">A log-probability, at most 0.</param>
    /// <returns>ln(1 − eˣ): −∞ for 0, 0 for −∞, NaN above 0.</returns>
    public static double Log1mExp(double x)
    {
        // Above −ln 2 the difference is the small thing, below it eˣ is.
        return x > -(Ln2.Head + Ln2.Tail) ? Math.Log(-Expm1(x)) : Log1p(-Math.Exp(x));
    }

    /// <inheritdoc cref="Log1mExp(double)"/>
    public static float Log1mExp(float x) => (float)Log1mExp((double)x);

    /// <summary>ln(eᵃ + eᵇ): the sum of two probabilities given by their logarithms.</summary>
    /// <param name="a">Any value, −∞ being the logarithm of 0.</param>
    /// <param name="b">Any value.</param>
    /// <returns>max(a, b) + ln(1 + e^−|a − b|). Where that sum is near 0 the error is 2 ulp of max(a, b), not of the result.</returns>
    public static double LogAddExp(double a, double b)
    {
        // Equal infinities have no difference.
        return a == b ? a + (Ln2.Head + Ln2.Tail) : Math.Max(a, b) + Log1p(Math.Exp(-Math.Abs(a - b)));
    }

    /// <inheritdoc cref="LogAddExp(double, double)"/>
    public static float LogAddExp(float a, float b) => (float)LogAddExp((double)a, (double)b);

    /// <summary>ln(eᵃ − eᵇ): the difference of two probabilities given by their logarithms.</summary>
    /// <param name="a">Any value.</param>
    /// <param name="b">At most a.</param>
    /// <returns>a + ln(1 − e^(b − a)): −∞ for equal arguments, NaN for b above a and for two times +∞. Where that sum is near 0 the error is
    /// 2 ulp of a, not of the result.</returns>
    public static double LogSubExp(double a, double b)
    {
        if (a == b)
        {
            return double.IsPositiveInfinity(a) ? double.NaN : double.NegativeInfinity;
        }

        return a + Log1mExp(b - a);
    }

    /// <inheritdoc cref="LogSubExp(double, double)"/>
    public static float LogSubExp(float a, float b) => (float)LogSubExp((double)a, (double)b);
}
