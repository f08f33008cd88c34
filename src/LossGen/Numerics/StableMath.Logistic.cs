using System;

namespace LossGen.Numerics;

public static partial class StableMath
{
    /// <summary>The logistic function 1 / (1 + e⁻ˣ), also where it is tiny.</summary>
    /// <param name="x">The log-odds: 0 for −∞, 1 for +∞.</param>
    /// <returns>The probability with log-odds x.</returns>
    public static double Sigmoid(double x)
    {
        // Only exp of something ≤ 0: no overflow, and eˣ/(1 + eˣ) keeps its digits down to denormals.
        double exp = Math.Exp(-Math.Abs(x));
        double sum = 1 + exp;
        double q = (x < 0 ? exp : 1) / sum;

        // The quotient is corrected by what 1 + exp lost; 1/(1 + exp) is q itself or 1 − q.
        double lost = 1 - sum + exp;
        return q - (q * lost * (x < 0 ? 1 - q : q));
    }

    /// <inheritdoc cref="Sigmoid(double)"/>
    public static float Sigmoid(float x) => (float)Sigmoid((double)x);

    /// <summary>ln(1 / (1 + e⁻ˣ)), the logarithm of the probability with log-odds x.</summary>
    /// <param name="x">The log-odds: −∞ for −∞, 0 for +∞.</param>
    /// <returns>−softplus(−x), at most 0.</returns>
    public static double LogSigmoid(double x) => -Softplus(-x);

    /// <inheritdoc cref="LogSigmoid(double)"/>
    public static float LogSigmoid(float x) => (float)LogSigmoid((double)x);

    /// <summary>ln(1 + eˣ): the loss of a binary classifier with log-odds −x.</summary>
    /// <param name="x">Any value: 0 for −∞, +∞ for +∞.</param>
    /// <returns>max(x, 0) + ln(1 + e^−|x|).</returns>
    public static double Softplus(double x) => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    /// <inheritdoc cref="Softplus(double)"/>
    public static float Softplus(float x) => (float)Softplus((double)x);

    /// <summary>ln cosh x, which is x²/2 near 0 and |x| − ln 2 far from it.</summary>
    /// <param name="x">Any value: +∞ for ±∞.</param>
    /// <returns>ln cosh x, at least 0.</returns>
    public static double LogCosh(double x)
    {
        double size = Math.Abs(x);
        if (size < LogCoshD.Switch)
        {
            double z = x * x;
            double p = (((((((((((LogCoshD.P12 * z) + LogCoshD.P11) * z) + LogCoshD.P10) * z) + LogCoshD.P9) * z) + LogCoshD.P8) * z) + LogCoshD.P7) * z) + LogCoshD.P6;
            p = (((((((((((p * z) + LogCoshD.P5) * z) + LogCoshD.P4) * z) + LogCoshD.P3) * z) + LogCoshD.P2) * z) + LogCoshD.P1) * z) + LogCoshD.P0;
            return p * x * x;
        }

        return size - Ln2.Head + (Log1p(Math.Exp(-2 * size)) - Ln2.Tail);
    }

    /// <inheritdoc cref="LogCosh(double)"/>
    public static float LogCosh(float x) => (float)LogCosh((double)x);
}
