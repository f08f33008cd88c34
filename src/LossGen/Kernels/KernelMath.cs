using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LossGen.Numerics;

namespace LossGen.Kernels;

/// <summary>The elementary functions of generated kernels. Called by generated code; call <see cref="VectorMath"/> instead.</summary>
/// <remarks>
/// A kernel takes exponentials of differences to a maximum only, so its <c>Exp</c> needs no guard against overflow and can fold the
/// scaling of subnormal results into one multiplication:
/// eˣ = 2ⁿ·eᶠ with n = round(x / ln 2) and f = x − n·ln 2 in [−ln2/2, ln2/2], eᶠ = 1 + f + f²·q(f) with q a minimax polynomial
/// (relative error 0.05 · 2⁻²⁴ in float, 0.04 · 2⁻⁵³ in double).
/// Adding a large "magic" constant rounds x / ln 2 to an integer and leaves n, biased, in the low bits of the sum.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelMath
{
    // 1.5·2²³ rounds to integers; 127 + 64 makes its low bits the exponent field of 2^(n+64), which is normal for every n ≥ −150.
    private const float FloatMagic = 12582912f + 127 + 64;
    private const float FloatUnscale = 5.42101086e-20f; // 2⁻⁶⁴
    private const float FloatFloor = -104f; // eˣ rounds to 0 from −103.98 on
    private const float FloatLn2High = 0.693359375f; // 10 significant bits: n·high is exact without a fused multiply-add
    private const float FloatLn2Low = -2.12194440e-4f;

    // 1.5·2⁵² and the exponent field of 2^(n+512), normal for every n ≥ −1076.
    private const double DoubleMagic = 6755399441055744.0 + 1023 + 512;
    private const double DoubleUnscale = 7.458340731200207e-155; // 2⁻⁵¹²
    private const double DoubleFloor = -746;
    private const double DoubleLn2High = 0.693147180369123816490; // 33 significant bits
    private const double DoubleLn2Low = 1.90821492927058770002e-10;

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

    /// <inheritdoc cref="Exp(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x)
    {
        x = Vector128.MaxNative(Vector128.Create(FloatFloor), x);
        var biased = Vector128.MultiplyAddEstimate(x, Vector128.Create(1.44269504f), Vector128.Create(FloatMagic));
        var n = biased - Vector128.Create(FloatMagic);
        var f = Vector128.MultiplyAddEstimate(n, Vector128.Create(-FloatLn2High), x);
        f = Vector128.MultiplyAddEstimate(n, Vector128.Create(-FloatLn2Low), f);
        var q = Vector128.MultiplyAddEstimate(f, Vector128.Create(0.00138145401768f), Vector128.Create(0.00836874510894f));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.0416683907835f));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.16666520399f));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.499999934321f));
        var e = Vector128.MultiplyAddEstimate(f * f, q, f) + Vector128<float>.One;
        return e * Vector128.ShiftLeft(biased.AsInt32(), 23).AsSingle() * Vector128.Create(FloatUnscale);
    }

    /// <inheritdoc cref="Exp(Vector256{float})"/>
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

    /// <inheritdoc cref="Exp(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exp(Vector128<double> x)
    {
        x = Vector128.MaxNative(Vector128.Create(DoubleFloor), x);
        var biased = Vector128.MultiplyAddEstimate(x, Vector128.Create(1.4426950408889634), Vector128.Create(DoubleMagic));
        var n = biased - Vector128.Create(DoubleMagic);
        var f = Vector128.MultiplyAddEstimate(n, Vector128.Create(-DoubleLn2High), x);
        f = Vector128.MultiplyAddEstimate(n, Vector128.Create(-DoubleLn2Low), f);
        var q = Vector128.MultiplyAddEstimate(f, Vector128.Create(2.5000018853341e-8), Vector128.Create(2.76303062556479e-7));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(2.75575868038470707e-6));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.000024801492949617071));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.00019841269505773807));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.0013888888943759984));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.008333333333494977261));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.041666666666529728134));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.16666666666666411508));
        q = Vector128.MultiplyAddEstimate(q, f, Vector128.Create(0.50000000000000106688));
        var e = Vector128.MultiplyAddEstimate(f * f, q, f) + Vector128<double>.One;
        return e * Vector128.ShiftLeft(biased.AsInt64(), 52).AsDouble() * Vector128.Create(DoubleUnscale);
    }

    /// <inheritdoc cref="Exp(Vector256{float})"/>
    public static float Exp(float x) => (float)Math.Exp(x);

    /// <inheritdoc cref="Exp(Vector256{float})"/>
    public static double Exp(double x) => Math.Exp(x);
}
