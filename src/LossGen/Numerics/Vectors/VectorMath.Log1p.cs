using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Numerics;

public static partial class VectorMath
{
    /// <summary>ln(1 + x) of each element without rounding 1 + x, to 1 ulp.</summary>
    /// <param name="x">At least −1.</param>
    /// <returns>ln(1 + x): x itself for tiny x and ±0, −∞ for −1, NaN below −1, +∞ for +∞, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> x)
    {
        // The result has the sign of x; this keeps −0.
        Vector256<float> result = Log1pOfRegular(x) | (x & Vector256.Create(-0f));

        Vector256<float> minusOne = Vector256.Create(-1f);
        Vector256<float> special = Vector256.ConditionalSelect(Vector256.LessThan(x, minusOne), Vector256.Create(float.NaN), x);
        special = Vector256.ConditionalSelect(Vector256.Equals(x, minusOne), Vector256.Create(float.NegativeInfinity), special);
        Vector256<float> regular = Vector256.GreaterThan(x, minusOne) & Vector256.LessThan(x, Vector256.Create(float.PositiveInfinity));
        return Vector256.ConditionalSelect(regular, result, special);
    }

    /// <summary>The same for finite x above −1, but for the sign of zero; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Log1pOfRegular(Vector256<float> x)
    {
        // 1 + x = 2ᵉ·(1 + f); the rounded sum is only good for e.
        Vector256<float> sum = x + Vector256<float>.One;
        Vector256<uint> bits = sum.AsUInt32() + Vector256.Create(LogF.ToExponent);
        Vector256<float> e = ((bits >>> 23) | Vector256.Create(LogF.IntegerBits)).AsSingle() - Vector256.Create(LogF.Bias);

        // f = (2⁻ᵉ − 1) + 2⁻ᵉ·x and what its rounding loses, with 4·2⁻ᵉ in place of 2⁻ᵉ, which is denormal at e = 128
        Vector256<float> scale = (Vector256.Create(0x80000000) - (bits & Vector256.Create(~LogF.Mantissa))).AsSingle();
        Vector256<float> quarter = Vector256.Create(0.25f);
        Vector256<float> start = Vector256.MultiplyAddEstimate(scale, quarter, Vector256.Create(-1f));
        Vector256<float> scaled = scale * x;
        Vector256<float> f = Vector256.MultiplyAddEstimate(scaled, quarter, start);
        Vector256<float> low = Vector256.MultiplyAddEstimate(scaled, quarter, start - f);
        Vector256<float> curved = Vector256.ConditionalSelect(Vector256.Equals(sum, Vector256<float>.One), Vector256<float>.Zero, f);
        return LogOfParts(e, f, curved, low);
    }

    /// <summary>ln(1 + x) of each element without rounding 1 + x, to 2 ulp.</summary>
    /// <param name="x">At least −1.</param>
    /// <returns>ln(1 + x): x itself for tiny x and ±0, −∞ for −1, NaN below −1, +∞ for +∞, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log1p(Vector256<double> x)
    {
        Vector256<double> result = Log1pOfRegular(x) | (x & Vector256.Create(-0.0));

        Vector256<double> minusOne = Vector256.Create(-1.0);
        Vector256<double> special = Vector256.ConditionalSelect(Vector256.LessThan(x, minusOne), Vector256.Create(double.NaN), x);
        special = Vector256.ConditionalSelect(Vector256.Equals(x, minusOne), Vector256.Create(double.NegativeInfinity), special);
        Vector256<double> regular = Vector256.GreaterThan(x, minusOne) & Vector256.LessThan(x, Vector256.Create(double.PositiveInfinity));
        return Vector256.ConditionalSelect(regular, result, special);
    }

    /// <summary>The same for finite x above −1, but for the sign of zero; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Log1pOfRegular(Vector256<double> x)
    {
        Vector256<double> sum = x + Vector256<double>.One;
        Vector256<ulong> bits = sum.AsUInt64() + Vector256.Create(LogD.ToExponent);
        Vector256<double> e = ((bits >>> 52) | Vector256.Create(LogD.IntegerBits)).AsDouble() - Vector256.Create(LogD.Bias);

        Vector256<double> scale = (Vector256.Create(0x8000000000000000) - (bits & Vector256.Create(~LogD.Mantissa))).AsDouble();
        Vector256<double> quarter = Vector256.Create(0.25);
        Vector256<double> start = Vector256.MultiplyAddEstimate(scale, quarter, Vector256.Create(-1.0));
        Vector256<double> scaled = scale * x;
        Vector256<double> f = Vector256.MultiplyAddEstimate(scaled, quarter, start);
        Vector256<double> low = Vector256.MultiplyAddEstimate(scaled, quarter, start - f);
        Vector256<double> curved = Vector256.ConditionalSelect(Vector256.Equals(sum, Vector256<double>.One), Vector256<double>.Zero, f);
        return LogOfParts(e, f, curved, low);
    }
}
