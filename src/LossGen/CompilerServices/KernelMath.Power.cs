using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LossGen.Numerics;

namespace LossGen.CompilerServices;

/// <content>Powers and what is left of an exponential, written for Vector256; the build derives the other widths.</content>
public static partial class KernelMath
{
    /// <summary>A constant power of numbers that are not negative: products and roots where there are such, else by logarithms in double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Power(Vector256<float> x, double exponent)
    {
        if (exponent is 2 or 3 or 4 or 0.5 or 1.5 or -0.5)
        {
            var root = exponent is 0.5 or 1.5 or -0.5 ? Vector256.Sqrt(x) : x;
            return exponent switch
            {
                2 => x * x,
                3 => x * x * x,
                4 => x * x * (x * x),
                0.5 => root,
                1.5 => x * root,
                _ => Vector256<float>.One / root,
            };
        }

        return PowerInDouble(x, exponent);
    }

    /// <inheritdoc cref="Power(Vector256{float}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Power(Vector256<double> x, double exponent)
    {
        if (exponent is 2 or 3 or 4 or 5 or 6 or 0.5 or 1.5 or -0.5)
        {
            var root = exponent is 0.5 or 1.5 or -0.5 ? Vector256.Sqrt(x) : x;
            return exponent switch
            {
                2 => x * x,
                3 => x * x * x,
                4 => x * x * (x * x),
                5 => x * x * (x * x) * x,
                6 => x * x * (x * x) * (x * x),
                0.5 => root,
                1.5 => x * root,
                _ => Vector256<double>.One / root,
            };
        }

        return VectorMath.Exp(Vector256.Create(exponent) * VectorMath.Log(x));
    }

    /// <summary>
    /// A power of q = 1 − p, from the exponential of p and the sum of all exponentials but the largest, which is 1, as a number and what its
    /// rounding left out. In double: a rounding of q would be multiplied by the exponent.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> PowerOfOthers(Vector256<float> exponential, Vector256<float> rest, Vector256<float> restError, double exponent) =>
        Vector256.Narrow(
            Power(ShareOfOthers(Vector256.WidenLower(exponential), Vector256.WidenLower(rest) + Vector256.WidenLower(restError)), exponent),
            Power(ShareOfOthers(Vector256.WidenUpper(exponential), Vector256.WidenUpper(rest) + Vector256.WidenUpper(restError)), exponent));

    /// <summary>The same in double, where the roundings of q are found and their share of the power is added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> PowerOfOthers(Vector256<double> exponential, Vector256<double> rest, Vector256<double> restError, double exponent)
    {
        var isTop = Vector256.Equals(exponential, Vector256<double>.One);
        var sum = Vector256<double>.One + rest;
        var added = sum - Vector256<double>.One;
        var sumError = (Vector256<double>.One - (sum - added)) + (rest - added) + restError;
        var others = Vector256.ConditionalSelect(isTop, rest, sum - exponential);
        var othersError = Vector256.ConditionalSelect(isTop, restError, ((sum - others) - exponential) + sumError);
        var q = others / sum;
        var remainder = Vector256.FusedMultiplyAdd(-q, sum, others) + (othersError - q * sumError);
        var power = Power(q, exponent);

        // Of 0 nothing is left, and no share of it.
        var correction = power * (Vector256.Create(exponent) * (remainder / others));
        return power + Vector256.ConditionalSelect(Vector256.Equals(power, Vector256<double>.Zero), Vector256<double>.Zero, correction);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ShareOfOthers(Vector256<double> exponential, Vector256<double> rest)
    {
        var sum = Vector256<double>.One + rest;
        return Vector256.ConditionalSelect(Vector256.Equals(exponential, Vector256<double>.One), rest, sum - exponential) / sum;
    }

    // In float, the rounding of the logarithm would be amplified by the exponential.
    private static Vector256<float> PowerInDouble(Vector256<float> x, double exponent) => Vector256.Narrow(
        VectorMath.Exp(Vector256.Create(exponent) * VectorMath.Log(Vector256.WidenLower(x))),
        VectorMath.Exp(Vector256.Create(exponent) * VectorMath.Log(Vector256.WidenUpper(x))));

    /// <summary>x + e⁻ˣ − 1 for x ≥ 0: its series up to 1, where the sum would cancel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Excess(Vector256<float> x)
    {
        var p = Vector256.MultiplyAddEstimate(x, Vector256.Create(-2.50521084e-8f), Vector256.Create(2.75573192e-7f));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-2.75573192e-6f));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(2.48015873e-5f));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-1.98412698e-4f));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(1.38888889e-3f));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-8.33333333e-3f));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(4.16666667e-2f));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-1.66666667e-1f));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(0.5f));
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.One), p * x * x, x + VectorMath.Expm1(-x));
    }

    /// <inheritdoc cref="Excess(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Excess(Vector256<double> x)
    {
        // 1/2! − x/3! + x²/4! …, up to x¹⁷/19!, from its end.
        var p = Vector256.Create(-8.22063524662433e-18);
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(1.5619206968586226e-16));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-2.8114572543455206e-15));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(4.779477332387385e-14));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-7.647163731819816e-13));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(1.1470745597729725e-11));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-1.6059043836821613e-10));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(2.08767569878681e-9));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-2.505210838544172e-8));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(2.755731922398589e-7));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-2.7557319223985893e-6));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(2.48015873015873e-5));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-1.984126984126984e-4));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(1.388888888888889e-3));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-8.333333333333333e-3));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(4.1666666666666664e-2));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(-1.6666666666666666e-1));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(0.5));
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.One), p * x * x, x + VectorMath.Expm1(-x));
    }
}
