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

    /// <summary>
    /// A power of q = 1 − p, from the exponential of p and the sum of all exponentials but the largest, which is 1, as a number and what its
    /// rounding left out.
    /// </summary>
    public static float PowerOfOthers(float exponential, float rest, float restError, double exponent)
    {
        double others = (double)rest + restError;
        return (float)Power((exponential == 1 ? others : 1 + others - exponential) / (1 + others), exponent);
    }

    /// <summary>The same in double, where the roundings of q are found and their share of the power is added.</summary>
    public static double PowerOfOthers(double exponential, double rest, double restError, double exponent)
    {
        double sum = 1 + rest;
        double added = sum - 1;
        double sumError = (1 - (sum - added)) + (rest - added) + restError;
        double others = exponential == 1 ? rest : sum - exponential;
        double othersError = exponential == 1 ? restError : ((sum - others) - exponential) + sumError;
        double q = others / sum;
        double remainder = Math.FusedMultiplyAdd(-q, sum, others) + (othersError - (q * sumError));
        double power = Power(q, exponent);
        return power == 0 ? power : power + (power * (exponent * (remainder / others)));
    }

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
