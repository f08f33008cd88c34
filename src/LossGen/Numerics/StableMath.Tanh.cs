using System;

namespace LossGen.Numerics;

public static partial class StableMath
{
    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>tanh x: ±1 for ±∞, x itself for tiny x and ±0.</returns>
    public static double Tanh(double x)
    {
        double size = Math.Abs(x);
        if (!(size >= ExpD.Expm1Tiny))
        {
            return x;
        }

        // q = −t/(2 + t) with t = expm1(−2|x|), corrected by what the roundings of t and of 2 + t lost, where 1/(2 + t) = (1 + q)/2
        double v = Math.Max(-2 * size, ExpD.Expm1Lowest);
        double n = Math.Floor((v * ExpD.Log2E) + 0.5);
        double high = HalfOfExpm1(n, v - (n * Ln2.Head), -n * Ln2.Tail, out double low);
        double half = high + low;
        double t = 2 * half;
        double tail = 2 * (high - half + low);
        double sum = 2 + t;
        double lost = 2 - sum + t + tail;
        double q = -t / sum;
        q -= ((q * lost) + tail) * 0.5 * (1 + q);
        return x < 0 ? -q : q;
    }

    /// <inheritdoc cref="Tanh(double)"/>
    public static float Tanh(float x) => (float)Tanh((double)x);
}
