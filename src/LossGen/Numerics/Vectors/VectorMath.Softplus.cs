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
        // Two roundings of exp, one of log1p and one of the sum do not fit in 1 ulp; in double they vanish, and the polynomials can be short.
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
    private static Vector256<double> SoftplusToFloat(Vector256<double> x)
    {
        // t = e^−|x|
        Vector256<double> v = Vector256.MaxNative(Vector256.Create(SoftplusF.Lowest), -Vector256.Abs(x));
        Vector256<double> rounded = Vector256.MultiplyAddEstimate(v, Vector256.Create(ExpD.Log2E), Vector256.Create(ExpD.Round + 1023));
        Vector256<double> n = rounded - Vector256.Create(ExpD.Round + 1023);
        Vector256<double> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-SoftplusF.Ln2), v);
        Vector256<double> t = Vector256.MultiplyAddEstimate(Vector256.Create(SoftplusF.E5), r, Vector256.Create(SoftplusF.E4));
        t = Vector256.MultiplyAddEstimate(t, r, Vector256.Create(SoftplusF.E3));
        t = Vector256.MultiplyAddEstimate(t, r, Vector256.Create(SoftplusF.E2));
        t = Vector256.MultiplyAddEstimate(t, r, Vector256.Create(SoftplusF.E1));
        t = Vector256.MultiplyAddEstimate(t, r, Vector256.Create(SoftplusF.E0));
        t = Vector256.MultiplyAddEstimate(t, r, Vector256<double>.One);
        t = Vector256.MultiplyAddEstimate(t, r, Vector256<double>.One);
        t *= (rounded.AsUInt64() << 52).AsDouble();

        // log1p(t)
        Vector256<double> l = Vector256.MultiplyAddEstimate(Vector256.Create(SoftplusF.L11), t, Vector256.Create(SoftplusF.L10));
        l = Vector256.MultiplyAddEstimate(l, t, Vector256.Create(SoftplusF.L9));
        l = Vector256.MultiplyAddEstimate(l, t, Vector256.Create(SoftplusF.L8));
        l = Vector256.MultiplyAddEstimate(l, t, Vector256.Create(SoftplusF.L7));
        l = Vector256.MultiplyAddEstimate(l, t, Vector256.Create(SoftplusF.L6));
        l = Vector256.MultiplyAddEstimate(l, t, Vector256.Create(SoftplusF.L5));
        l = Vector256.MultiplyAddEstimate(l, t, Vector256.Create(SoftplusF.L4));
        l = Vector256.MultiplyAddEstimate(l, t, Vector256.Create(SoftplusF.L3));
        l = Vector256.MultiplyAddEstimate(l, t, Vector256.Create(SoftplusF.L2));
        l = Vector256.MultiplyAddEstimate(l, t, Vector256.Create(SoftplusF.L1));
        l = Vector256.MultiplyAddEstimate(l, t, Vector256.Create(SoftplusF.L0));
        return Vector256.MultiplyAddEstimate(l, t, Vector256.MaxNative(x, Vector256<double>.Zero));
    }
}
