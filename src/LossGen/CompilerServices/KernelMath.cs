using System;
using System.ComponentModel;
using LossGen.Numerics;

namespace LossGen.CompilerServices;

/// <summary>The elementary functions of generated kernels. Called by generated code; call <see cref="VectorMath"/> instead.</summary>
/// <remarks>
/// A kernel takes exponentials of differences to a maximum only, so its <c>Exp</c> needs no guard against overflow and can fold the
/// scaling of subnormal results into one multiplication:
/// eˣ = 2ⁿ·eᶠ with n = round(x / ln 2) and f = x − n·ln 2 in [−ln2/2, ln2/2], eᶠ = 1 + f + f²·q(f) with q a minimax polynomial
/// (relative error 0.05 · 2⁻²⁴ in float, 0.04 · 2⁻⁵³ in double).
/// Adding a large "magic" constant rounds x / ln 2 to an integer and leaves n, biased, in the low bits of the sum.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class KernelMath
{
    // 1.5·2²³ rounds to integers; 127 + 32 makes its low bits the exponent field of 2^(n+32), which is normal for every n ≥ −158. eˣ rounds to 0
    // from −103.98 on. At the floor, −159·ln 2, the field is 0: so is 2ⁿ, and no product of what is left underflows, which costs a processor
    // dozens of cycles. Logits of −∞ are common where classes are masked.
    private const float FloatMagic = 12582912f + 127 + 32;
    private const float FloatUnscale = 2.32830644e-10f; // 2⁻³²
    private const float FloatFloor = -110.210404f;
    private const float FloatLn2High = 0.693359375f; // 10 significant bits: n·high is exact without a fused multiply-add
    private const float FloatLn2Low = -2.12194440e-4f;

    // 1.5·2⁵² and the exponent field of 2^(n+64), normal for every n ≥ −1086; the floor is −1087·ln 2.
    private const double DoubleMagic = 6755399441055744.0 + 1023 + 64;
    private const double DoubleUnscale = 5.421010862427522e-20; // 2⁻⁶⁴
    private const double DoubleFloor = -753.45098527;
    private const double DoubleLn2High = 0.693147180369123816490; // 33 significant bits
    private const double DoubleLn2Low = 1.90821492927058770002e-10;

    // Least leaves some distance to the floor, as its own difference is rounded: by at most a quarter of the part that belongs to a large maximum.
    private const float FloatReach = 128;
    private const float FloatReachOfLarge = 4.76837158e-7f; // 2⁻²¹
    private const double DoubleReach = 1024;
    private const double DoubleReachOfLarge = 8.8817841970012523e-16; // 2⁻⁵⁰

    /// <summary>eˣ for x ≤ 0; NaN for NaN.</summary>
    public static float Exp(float x) => (float)Math.Exp(x);

    /// <summary>eˣ for x ≤ 0; NaN for NaN.</summary>
    public static double Exp(double x) => Math.Exp(x);

    /// <summary>eˣ − 1, without cancellation.</summary>
    public static float Expm1(float x) => StableMath.Expm1(x);

    /// <summary>eˣ − 1, without cancellation.</summary>
    public static double Expm1(double x) => StableMath.Expm1(x);

    /// <summary>ln(1 + x).</summary>
    public static float Log1p(float x) => StableMath.Log1p(x);

    /// <summary>ln(1 + x).</summary>
    public static double Log1p(double x) => StableMath.Log1p(x);

    /// <summary>A number so far below <paramref name="max"/> that nothing is left of e^((x − max) / temperature); finite where max is.</summary>
    public static float Least(float max, float temperature) => (float)Math.Max(max - Math.Max((double)FloatReach * temperature, Math.Abs(max) * FloatReachOfLarge), float.MinValue);

    /// <summary>A number so far below <paramref name="max"/> that nothing is left of e^((x − max) / temperature); finite where max is.</summary>
    public static double Least(double max, double temperature) => Math.Max(max - Math.Max(DoubleReach * temperature, Math.Abs(max) * DoubleReachOfLarge), double.MinValue);

    /// <summary>e^(x − max) for x ≤ max; the difference is taken in double.</summary>
    public static float ExpOfDifference(float x, float max) => (float)Math.Exp((double)x - max);

    /// <summary>e^(x − max) for x ≤ max, for powers of it.</summary>
    public static float FineExpOfDifference(float x, float max) => ExpOfDifference(x, max);

    /// <summary>e^(x − max) for x ≤ max, for powers of it.</summary>
    public static double FineExpOfDifference(double x, double max) => ExpOfDifference(x, max);

    /// <summary>The same for x that are not below <c>Least</c>.</summary>
    public static float ExpOfBoundedDifference(float x, float max) => ExpOfDifference(x, max);

    /// <summary>The same for x that are not below <c>Least</c>.</summary>
    public static double ExpOfBoundedDifference(double x, double max) => ExpOfDifference(x, max);

    /// <summary>e^((x − max) / temperature) for x ≤ max; the exponent is taken in double.</summary>
    public static float ExpOfQuotient(float x, float max, float temperature, float temperatureLow) => (float)Math.Exp(((double)x - max) / ((double)temperature + temperatureLow));

    /// <summary>e^((x − max) / temperature) for x ≤ max, as if neither the difference nor the quotient were rounded.</summary>
    public static double ExpOfQuotient(double x, double max, double temperature, double temperatureLow)
    {
        double difference = x - max;
        double subtracted = difference - x;
        double error = (x - (difference - subtracted)) - (max + subtracted);
        double quotient = difference / temperature;
        error = (error + Math.FusedMultiplyAdd(-quotient, temperature, difference) - (quotient * temperatureLow)) / temperature;
        double exp = Math.Exp(quotient);
        return quotient > DoubleFloor ? exp + (exp * error) : exp;
    }

    /// <summary>e^(x − max) for x ≤ max, as if the difference were not rounded.</summary>
    public static double ExpOfDifference(double x, double max)
    {
        double difference = x - max;
        double subtracted = difference - x;
        double error = (x - (difference - subtracted)) - (max + subtracted);
        double exp = Math.Exp(difference);
        return difference > DoubleFloor ? exp + (exp * error) : exp;
    }
}
