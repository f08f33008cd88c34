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
    /// <returns>max(a, b) + ln(1 + e^−|a − b|). Where the two terms cancel, the error is 2 ulp of
    /// the larger term, not of the result.</returns>
    public static double LogAddExp(double a, double b)
    {
        // Equal infinities have no difference.
        double top = Math.Max(a, b);
        return a == b ? a + (Ln2.Head + Ln2.Tail) : top + Log1p(ExpOfDifference(Math.Min(a, b), top));
    }

    /// <inheritdoc cref="LogAddExp(double, double)"/>
    public static float LogAddExp(float a, float b) => (float)LogAddExp((double)a, (double)b);

    /// <summary>ln(eᵃ − eᵇ): the difference of two probabilities given by their logarithms.</summary>
    /// <param name="a">Any value.</param>
    /// <param name="b">At most a.</param>
    /// <returns>a + ln(1 − e^(b − a)): −∞ for equal arguments, NaN for b above a and for two times +∞. Where the two terms cancel,
    /// the error is 2 ulp of the larger term, not of the result.</returns>
    public static double LogSubExp(double a, double b)
    {
        if (a == b)
        {
            return double.IsPositiveInfinity(a) ? double.NaN : double.NegativeInfinity;
        }

        // ln(1 − eᵈ) has the derivative −1/(e⁻ᵈ − 1): that much of what d lost by rounding is put back.
        double d = Difference(b, a, out double lost);
        return a + (Log1mExp(d) - (lost / Expm1(-d)));
    }

    /// <inheritdoc cref="LogSubExp(double, double)"/>
    public static float LogSubExp(float a, float b) => (float)LogSubExp((double)a, (double)b);
}
