using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Numerics;

public static partial class VectorMath
{
    /// <summary>e^−|x| with a relative error of 2⁻³¹, enough for a float. The polynomial is a tree, not a chain: rounding does not matter here, waiting does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> ExpOfMinusAbs(Vector256<double> x)
    {
        Vector256<double> v = Vector256.MaxNative(Vector256.Create(FloatInDouble.Lowest), -Vector256.Abs(x));
        Vector256<double> rounded = Vector256.MultiplyAddEstimate(v, Vector256.Create(ExpD.Log2E), Vector256.Create(ExpD.Round + 1023));
        Vector256<double> n = rounded - Vector256.Create(ExpD.Round + 1023);
        Vector256<double> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-FloatInDouble.Ln2), v);

        Vector256<double> r2 = r * r;
        Vector256<double> e01 = Vector256.MultiplyAddEstimate(Vector256.Create(FloatInDouble.E1), r, Vector256.Create(FloatInDouble.E0));
        Vector256<double> e23 = Vector256.MultiplyAddEstimate(Vector256.Create(FloatInDouble.E3), r, Vector256.Create(FloatInDouble.E2));
        Vector256<double> e45 = Vector256.MultiplyAddEstimate(Vector256.Create(FloatInDouble.E5), r, Vector256.Create(FloatInDouble.E4));
        Vector256<double> e = Vector256.MultiplyAddEstimate(Vector256.MultiplyAddEstimate(e45, r2, e23), r2, e01);
        e = Vector256.MultiplyAddEstimate(e, r2, r + Vector256<double>.One);
        return e * (rounded.AsUInt64() << 52).AsDouble();
    }

    /// <summary>log1p(t) for 0 ≤ t ≤ 1 with a relative error of 2⁻³².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Log1pUpToOne(Vector256<double> t)
    {
        Vector256<double> t2 = t * t;
        Vector256<double> t4 = t2 * t2;
        Vector256<double> l01 = Vector256.MultiplyAddEstimate(Vector256.Create(FloatInDouble.L1), t, Vector256.Create(FloatInDouble.L0));
        Vector256<double> l23 = Vector256.MultiplyAddEstimate(Vector256.Create(FloatInDouble.L3), t, Vector256.Create(FloatInDouble.L2));
        Vector256<double> l45 = Vector256.MultiplyAddEstimate(Vector256.Create(FloatInDouble.L5), t, Vector256.Create(FloatInDouble.L4));
        Vector256<double> l67 = Vector256.MultiplyAddEstimate(Vector256.Create(FloatInDouble.L7), t, Vector256.Create(FloatInDouble.L6));
        Vector256<double> l89 = Vector256.MultiplyAddEstimate(Vector256.Create(FloatInDouble.L9), t, Vector256.Create(FloatInDouble.L8));
        Vector256<double> l1011 = Vector256.MultiplyAddEstimate(Vector256.Create(FloatInDouble.L11), t, Vector256.Create(FloatInDouble.L10));
        Vector256<double> low = Vector256.MultiplyAddEstimate(l23, t2, l01);
        Vector256<double> middle = Vector256.MultiplyAddEstimate(l67, t2, l45);
        Vector256<double> high = Vector256.MultiplyAddEstimate(l1011, t2, l89);
        return t * Vector256.MultiplyAddEstimate(Vector256.MultiplyAddEstimate(high, t4, middle), t4, low);
    }
}
