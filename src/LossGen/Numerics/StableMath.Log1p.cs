using System;

namespace LossGen.Numerics;

public static partial class StableMath
{
    /// <summary>ln(1 + x) without rounding 1 + x.</summary>
    /// <param name="x">At least −1.</param>
    /// <returns>ln(1 + x): x itself for tiny x and ±0, −∞ for −1, NaN below −1, +∞ for +∞.</returns>
    public static double Log1p(double x) => Log1pOfParts(x, out double low) + low;

    /// <inheritdoc cref="Log1p(double)"/>
    public static float Log1p(float x) => (float)Log1p((double)x);

    /// <summary>The binary logarithm of 1 + x without rounding 1 + x.</summary>
    /// <param name="x">At least −1.</param>
    /// <returns>log₂(1 + x): ±0 for ±0, −∞ for −1, NaN below −1, +∞ for +∞.</returns>
    public static double Log2P1(double x) => LogInBase(x, Ln2.ReciprocalHalf, Ln2.ReciprocalTail);

    /// <inheritdoc cref="Log2P1(double)"/>
    public static float Log2P1(float x) => (float)Log2P1((double)x);

    /// <summary>The decimal logarithm of 1 + x without rounding 1 + x.</summary>
    /// <param name="x">At least −1.</param>
    /// <returns>log₁₀(1 + x): ±0 for ±0, −∞ for −1, NaN below −1, +∞ for +∞.</returns>
    public static double Log10P1(double x) => LogInBase(x, Ln10.ReciprocalHalf, Ln10.ReciprocalTail);

    /// <inheritdoc cref="Log10P1(double)"/>
    public static float Log10P1(float x) => (float)Log10P1((double)x);

    /// <summary>ln(1 + x) times a constant given in two parts, the first of 26 bits.</summary>
    private static double LogInBase(double x, double constant, double constantTail)
    {
        double head = Log1pOfParts(x, out double low);
        double log = head + low;
        if (double.IsInfinity(log) || !(Math.Abs(log) > LogD.MinNormal))
        {
            return log * (constant + constantTail);
        }

        low = head - log + low;
        double upper = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(log) & UpperHalf);
        return (upper * constant) + (((log - upper) * constant) + (log * constantTail) + (low * constant));
    }

    /// <summary>ln(1 + x) as a head and a smaller number to be added to it.</summary>
    private static double Log1pOfParts(double x, out double low)
    {
        // 1 + x between √½ and √2: the series of 2·artanh(x / (2 + x)), as in LogD
        if (x > -0.292893218813452 && x < 0.41421356237309)
        {
            double s = x / (2 + x);
            double z = s * s;
            double series = (((((((((((LogD.P6 * z) + LogD.P5) * z) + LogD.P4) * z) + LogD.P3) * z) + LogD.P2) * z) + LogD.P1) * z) + LogD.P0;
            double h = 0.5 * x * x;
            low = (s * (h + (z * series))) - h;
            return x;
        }

        // elsewhere the logarithm is large enough to add what rounding took from 1 + x
        double sum = 1 + x;
        double lost = x - (sum - 1);
        low = sum > 0 && sum <= 9007199254740992 ? lost / sum : 0;
        return Math.Log(sum);
    }
}
