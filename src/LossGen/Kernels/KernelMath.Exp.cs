using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <content>The vector bodies, written for Vector256; the build derives the other widths.</content>
public static partial class KernelMath
{
    /// <summary>eˣ for x ≤ 0; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // The order of the operands keeps a NaN of x.
        x = Vector256.MaxNative(Vector256.Create(FloatFloor), x);
        var biased = Vector256.MultiplyAddEstimate(x, Vector256.Create(1.44269504f), Vector256.Create(FloatMagic));
        var n = biased - Vector256.Create(FloatMagic);
        var f = Vector256.MultiplyAddEstimate(n, Vector256.Create(-FloatLn2High), x);
        f = Vector256.MultiplyAddEstimate(n, Vector256.Create(-FloatLn2Low), f);
        var q = Vector256.MultiplyAddEstimate(f, Vector256.Create(0.00138145401768f), Vector256.Create(0.00836874510894f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.0416683907835f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.16666520399f));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.499999934321f));
        var e = Vector256.MultiplyAddEstimate(f * f, q, f) + Vector256<float>.One;
        return e * Vector256.ShiftLeft(biased.AsInt32(), 23).AsSingle() * Vector256.Create(FloatUnscale);
    }

    /// <summary>eˣ for x ≤ 0; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        x = Vector256.MaxNative(Vector256.Create(DoubleFloor), x);
        var biased = Vector256.MultiplyAddEstimate(x, Vector256.Create(1.4426950408889634), Vector256.Create(DoubleMagic));
        var n = biased - Vector256.Create(DoubleMagic);
        var f = Vector256.MultiplyAddEstimate(n, Vector256.Create(-DoubleLn2High), x);
        f = Vector256.MultiplyAddEstimate(n, Vector256.Create(-DoubleLn2Low), f);
        var q = Vector256.MultiplyAddEstimate(f, Vector256.Create(2.5000018853341e-8), Vector256.Create(2.76303062556479e-7));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(2.75575868038470707e-6));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.000024801492949617071));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.00019841269505773807));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.0013888888943759984));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.008333333333494977261));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.041666666666529728134));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.16666666666666411508));
        q = Vector256.MultiplyAddEstimate(q, f, Vector256.Create(0.50000000000000106688));
        var e = Vector256.MultiplyAddEstimate(f * f, q, f) + Vector256<double>.One;
        return e * Vector256.ShiftLeft(biased.AsInt64(), 52).AsDouble() * Vector256.Create(DoubleUnscale);
    }
}
