using System;

namespace LossGen.Numerics;

public static partial class StableMath
{
    /// <summary>ln(1 + x) without rounding 1 + x.</summary>
    /// <param name="x">At least −1.</param>
    /// <returns>ln(1 + x): x itself for tiny x and ±0, −∞ for −1, NaN below −1, +∞ for +∞.</returns>
    public static double Log1p(double x)
    {
        // 1 + x between √½ and √2: the series of 2·artanh(x / (2 + x)), as in LogD
        if (x > -0.292893218813452 && x < 0.41421356237309)
        {
            double s = x / (2 + x);
            double z = s * s;
            double series = (((((((((((LogD.P6 * z) + LogD.P5) * z) + LogD.P4) * z) + LogD.P3) * z) + LogD.P2) * z) + LogD.P1) * z) + LogD.P0;
            double h = 0.5 * x * x;
            return x - (h - (s * (h + (z * series))));
        }

        // elsewhere the logarithm is large enough to add what rounding took from 1 + x
        double sum = 1 + x;
        double lost = x - (sum - 1);
        return sum > 0 && sum <= 9007199254740992 ? Math.Log(sum) + (lost / sum) : Math.Log(sum);
    }

    /// <inheritdoc cref="Log1p(double)"/>
    public static float Log1p(float x) => (float)Log1p((double)x);

    /// <summary>The binary logarithm of 1 + x without rounding 1 + x.</summary>
    /// <param name="x">At least −1.</param>
    /// <returns>log₂(1 + x): ±0 for ±0, −∞ for −1, NaN below −1, +∞ for +∞.</returns>
    public static double Log2P1(double x) => Log1p(x) * ExpD.Log2E;

    /// <inheritdoc cref="Log2P1(double)"/>
    public static float Log2P1(float x) => (float)Log2P1((double)x);

    /// <summary>The decimal logarithm of 1 + x without rounding 1 + x.</summary>
    /// <param name="x">At least −1.</param>
    /// <returns>log₁₀(1 + x): ±0 for ±0, −∞ for −1, NaN below −1, +∞ for +∞.</returns>
    public static double Log10P1(double x) => Log1p(x) * Ln10.Reciprocal;

    /// <inheritdoc cref="Log10P1(double)"/>
    public static float Log10P1(float x) => (float)Log10P1((double)x);
}
