using System;

namespace LossGen.Numerics;

public static partial class StableMath
{
    /// <summary>eˣ.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>eˣ: 0 for −∞, +∞ from overflow on.</returns>
    public static double Exp(double x) => Math.Exp(x);

    /// <inheritdoc cref="Exp(double)"/>
    public static float Exp(float x) => (float)Math.Exp(x);

    /// <summary>The natural logarithm.</summary>
    /// <param name="x">At least 0.</param>
    /// <returns>ln x: −∞ for ±0, NaN for negative x.</returns>
    public static double Log(double x) => Math.Log(x);

    /// <inheritdoc cref="Log(double)"/>
    public static float Log(float x) => (float)Math.Log(x);
}
