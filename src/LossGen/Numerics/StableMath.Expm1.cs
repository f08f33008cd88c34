using System;

namespace LossGen.Numerics;

public static partial class StableMath
{
    // 26 of the 53 bits of a double
    private const long UpperHalf = ~0x7FFFFFFL;

    /// <summary>eˣ − 1 without cancellation.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>eˣ − 1: x itself for tiny x and ±0, −1 for −∞, +∞ from overflow on.</returns>
    public static double Expm1(double x)
    {
        if (!(Math.Abs(x) >= ExpD.Expm1Tiny))
        {
            return x;
        }

        double v = Math.Min(Math.Max(x, ExpD.Expm1Lowest), ExpD.Highest);
        double n = Math.Floor((v * ExpD.Log2E) + 0.5);
        double half = HalfOfExpm1(n, v - (n * Ln2.Head), -n * Ln2.Tail, out double low) + low;
        return half + half;
    }

    /// <inheritdoc cref="Expm1(double)"/>
    public static float Expm1(float x) => (float)Expm1((double)x);

    /// <summary>2ˣ − 1 without cancellation.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>2ˣ − 1: ±0 for ±0, −1 for −∞, +∞ from 1024 on.</returns>
    public static double Exp2M1(double x)
    {
        if (!(Math.Abs(x) >= ExpD.Expm1Tiny))
        {
            return x * (Ln2.Head + Ln2.Tail);
        }

        double v = Math.Min(Math.Max(x, -55), 1025);
        double n = Math.Floor(v + 0.5);
        double rest = v - n;
        double upper = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(rest) & UpperHalf);
        double half = HalfOfExpm1(n, upper * Ln2.Half, ((rest - upper) * Ln2.Half) + (rest * Ln2.HalfTail), out double low) + low;
        return n > 1024 ? double.PositiveInfinity : half + half;
    }

    /// <inheritdoc cref="Exp2M1(double)"/>
    public static float Exp2M1(float x) => (float)Exp2M1((double)x);

    /// <summary>10ˣ − 1 without cancellation.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>10ˣ − 1: ±0 for ±0, −1 for −∞, +∞ from 308.2548 on.</returns>
    public static double Exp10M1(double x)
    {
        if (!(Math.Abs(x) >= ExpD.Expm1Tiny))
        {
            return x * (Ln10.Half + Ln10.HalfTail);
        }

        double v = Math.Min(Math.Max(x, -17), 309);
        double n = Math.Floor((v * Ln10.Log2) + 0.5);
        double upper = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(v) & UpperHalf);
        double head = (upper * Ln10.Half) - (n * Ln2.Head);
        double half = HalfOfExpm1(n, head, ((v - upper) * Ln10.Half) + (v * Ln10.HalfTail) - (n * Ln2.Tail), out double low) + low;
        return n > 1024 ? double.PositiveInfinity : half + half;
    }

    /// <inheritdoc cref="Exp10M1(double)"/>
    public static float Exp10M1(float x) => (float)Exp10M1((double)x);

    /// <summary>
    /// ½·(2ⁿ·exp(head + tail) − 1) and a smaller number to be added to it, where head is exact and tail small; |head + tail| is at most about
    /// ½ ln 2. An n above 1024 is taken for 1024.
    /// </summary>
    private static double HalfOfExpm1(double n, double head, double tail, out double low)
    {
        double r = head + tail;
        double c = head - r + tail;
        double p = (((((((ExpD.P10 * r) + ExpD.P9) * r) + ExpD.P8) * r) + ExpD.P7) * r) + ExpD.P6;
        p = (((((((((((p * r) + ExpD.P5) * r) + ExpD.P4) * r) + ExpD.P3) * r) + ExpD.P2) * r) + ExpD.P1) * r) + ExpD.P0;
        double curve = (r * r * p) + c;

        // half of the result is (s − ½) + s·r + s·curve with s = 2ⁿ⁻¹; what rounding takes from the first two sums is added to the last
        double s = BitConverter.Int64BitsToDouble((long)Math.Min(n + 1022, 2046) << 52);
        double start = s - 0.5;
        double sum = start + (s * r);
        double rest = (start - sum + (s * r)) + (s - start - 0.5);
        low = (s * curve) + rest;
        return sum;
    }
}
