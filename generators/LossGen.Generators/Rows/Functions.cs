using System;

namespace LossGen.Generators.Rows;

/// <summary>Functions that .NET lacks, in double: the interpreter's.</summary>
internal static class Functions
{
    /// <summary>log(1 + x) by the ratio that cancels the rounding of 1 + x (Kahan).</summary>
    public static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) ? Math.Log(u) : Math.Log(u) * x / (u - 1);
    }

    /// <summary>eˣ − 1 by 2·tanh(x/2)/(1 − tanh(x/2)), which does not cancel.</summary>
    public static double Expm1(double x)
    {
        double tanh = Math.Tanh(x / 2);
        return Math.Abs(x) > 1 ? Math.Exp(x) - 1 : 2 * tanh / (1 - tanh);
    }

    /// <summary>x + e⁻ˣ − 1, by its series where that cancels.</summary>
    public static double Excess(double x)
    {
        if (!(x < 1))
        {
            return x + Math.Exp(-x) - 1;
        }

        double sum = 0;
        double term = x * x / 2;
        for (int i = 3; Math.Abs(term) > Math.Abs(sum) * 1e-18; i++)
        {
            sum += term;
            term *= -x / i;
        }

        return sum;
    }

    public static double Sigmoid(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return (x >= 0 ? 1 : e) / (1 + e);
    }

    public static double Softplus(double x) => Math.Max(0, x) + Log1p(Math.Exp(-Math.Abs(x)));
}
