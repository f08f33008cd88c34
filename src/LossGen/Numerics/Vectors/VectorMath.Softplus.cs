using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Numerics;

public static partial class VectorMath
{
    /// <summary>ln(1 + eˣ) of each element, to 1 ulp.</summary>
    /// <param name="x">Any value: 0 for −∞, +∞ for +∞, NaN for NaN.</param>
    /// <returns>max(x, 0) + ln(1 + e^−|x|).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x)
    {
        // The roundings of exp, log1p and the sum do not fit in 1 ulp; in double they vanish, and the polynomials can be short.
        return Vector256.Narrow(SoftplusToFloat(Vector256.WidenLower(x)), SoftplusToFloat(Vector256.WidenUpper(x)));
    }

    /// <summary>ln(1 + eˣ) of each element, to 2 ulp.</summary>
    /// <param name="x">Any value: 0 for −∞, +∞ for +∞, NaN for NaN.</param>
    /// <returns>max(x, 0) + ln(1 + e^−|x|).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Softplus(Vector256<double> x) =>
        Vector256.MaxNative(x, Vector256<double>.Zero) + Log1p(Exp(-Vector256.Abs(x)));

    /// <summary>softplus with a relative error of 2⁻³⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SoftplusToFloat(Vector256<double> x) =>
        Vector256.MaxNative(x, Vector256<double>.Zero) + Log1pUpToOne(ExpOfMinusAbs(x));
}
