using System;
using LossGen.Numerics;

namespace LossGen.CompilerServices;

/// <content>The same for machines without vectors.</content>
public static partial class KernelMath
{
    /// <summary>A constant power of a number that is not negative.</summary>
    public static float Power(float x, double exponent) => (float)Power((double)x, exponent);

    /// <summary>A constant power of a number that is not negative.</summary>
    public static double Power(double x, double exponent) => exponent switch
    {
        2 => x * x,
        3 => x * x * x,
        0.5 => Math.Sqrt(x),
        _ => Math.Pow(x, exponent),
    };

    /// <summary>A power of q = 1 − p, from the exponential of p and the sum of all exponentials but the largest, which is 1.</summary>
    public static float PowerOfOthers(float exponential, float rest, double exponent) => (float)PowerOfOthers((double)exponential, rest, exponent);

    /// <summary>A power of q = 1 − p, from the exponential of p and the sum of all exponentials but the largest, which is 1.</summary>
    public static double PowerOfOthers(double exponential, double rest, double exponent) =>
        Power((exponential == 1 ? rest : 1 + rest - exponential) / (1 + rest), exponent);

    /// <summary>x + e⁻ˣ − 1 for x ≥ 0.</summary>
    public static float Excess(float x) => (float)Excess((double)x);

    /// <summary>x + e⁻ˣ − 1 for x ≥ 0: its series up to 1, where the sum would cancel.</summary>
    public static double Excess(double x)
    {
        if (!(x < 1))
        {
            return x + StableMath.Expm1(-x);
        }

        double sum = 0;
        double term = x * x / 2;
        for (int i = 3; i <= 20; i++)
        {
            sum += term;
            term *= -x / i;
        }

        return sum;
    }
}
