using System;

namespace LossGen.Numerics;

public static partial class StableMath
{
    /// <summary>x·ln x, and 0 for x = 0: the term of an entropy.</summary>
    /// <param name="x">At least 0.</param>
    /// <returns>x·ln x: NaN for negative x, +∞ for +∞.</returns>
    public static double XLogX(double x) => x == 0 ? 0 : x * Math.Log(x);

    /// <inheritdoc cref="XLogX(double)"/>
    public static float XLogX(float x) => (float)XLogX((double)x);

    /// <summary>x·ln y, and 0 for x = 0: the term of a cross-entropy.</summary>
    /// <param name="x">The weight; 0 gives 0 for every y but NaN.</param>
    /// <param name="y">At least 0.</param>
    /// <returns>x·ln y.</returns>
    public static double XLogY(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x * Math.Log(y);

    /// <inheritdoc cref="XLogY(double, double)"/>
    public static float XLogY(float x, float y) => (float)XLogY((double)x, (double)y);

    /// <summary>x·ln(1 + y), and 0 for x = 0: the term of a binary cross-entropy, with y = −p.</summary>
    /// <param name="x">The weight; 0 gives 0 for every y but NaN.</param>
    /// <param name="y">At least −1.</param>
    /// <returns>x·ln(1 + y).</returns>
    public static double XLog1PY(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x * Log1p(y);

    /// <inheritdoc cref="XLog1PY(double, double)"/>
    public static float XLog1PY(float x, float y) => (float)XLog1PY((double)x, (double)y);
}
