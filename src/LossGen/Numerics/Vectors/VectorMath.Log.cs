using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Numerics;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of each element, to 1 ulp.</summary>
    /// <param name="x">At least 0; denormals are exact arguments like all others.</param>
    /// <returns>ln x: −∞ for ±0, NaN below 0, +∞ for +∞, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        Vector256<float> denormal = Vector256.LessThan(x, Vector256.Create(LogF.MinNormal));
        Vector256<float> normal = Vector256.ConditionalSelect(denormal, x * Vector256.Create(LogF.Lift), x);

        // x = 2ᵉ·(1 + f) with √½ ≤ 1 + f < √2
        Vector256<uint> bits = normal.AsUInt32() + Vector256.Create(LogF.ToExponent);
        Vector256<float> e = ((bits >>> 23) | Vector256.Create(LogF.IntegerBits)).AsSingle() - Vector256.Create(LogF.Bias);
        e -= denormal & Vector256.Create(LogF.LiftExponent);
        Vector256<float> f = ((bits & Vector256.Create(LogF.Mantissa)) + Vector256.Create(LogF.SqrtHalf)).AsSingle() - Vector256<float>.One;

        // 0, negative, ∞ and NaN
        Vector256<float> special = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), Vector256.Create(float.NaN), x);
        special = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<float>.Zero), Vector256.Create(float.NegativeInfinity), special);
        Vector256<float> regular = Vector256.GreaterThan(x, Vector256<float>.Zero) & Vector256.LessThan(x, Vector256.Create(float.PositiveInfinity));
        return Vector256.ConditionalSelect(regular, LogOfParts(e, f, f, Vector256<float>.Zero), special);
    }

    /// <summary>The natural logarithm of each element, to 2 ulp.</summary>
    /// <param name="x">At least 0; denormals are exact arguments like all others.</param>
    /// <returns>ln x: −∞ for ±0, NaN below 0, +∞ for +∞, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        Vector256<double> denormal = Vector256.LessThan(x, Vector256.Create(LogD.MinNormal));
        Vector256<double> normal = Vector256.ConditionalSelect(denormal, x * Vector256.Create(LogD.Lift), x);

        Vector256<ulong> bits = normal.AsUInt64() + Vector256.Create(LogD.ToExponent);
        Vector256<double> e = ((bits >>> 52) | Vector256.Create(LogD.IntegerBits)).AsDouble() - Vector256.Create(LogD.Bias);
        e -= denormal & Vector256.Create(LogD.LiftExponent);
        Vector256<double> f = ((bits & Vector256.Create(LogD.Mantissa)) + Vector256.Create(LogD.SqrtHalf)).AsDouble() - Vector256<double>.One;

        Vector256<double> special = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), Vector256.Create(double.NaN), x);
        special = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<double>.Zero), Vector256.Create(double.NegativeInfinity), special);
        Vector256<double> regular = Vector256.GreaterThan(x, Vector256<double>.Zero) & Vector256.LessThan(x, Vector256.Create(double.PositiveInfinity));
        return Vector256.ConditionalSelect(regular, LogOfParts(e, f, f, Vector256<double>.Zero), special);
    }
}
