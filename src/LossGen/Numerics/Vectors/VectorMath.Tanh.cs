using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Numerics;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent of each element, to 1 ulp.</summary>
    /// <param name="x">Any value: ±1 for ±∞, x itself for tiny x and ±0, NaN for NaN.</param>
    /// <returns>tanh x.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> size = Vector256.Abs(x);

        // below 1: an odd polynomial
        Vector256<float> z = x * x;
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(TanhF.P6), z, Vector256.Create(TanhF.P5));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(TanhF.P4));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(TanhF.P3));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(TanhF.P2));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(TanhF.P1));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(TanhF.P0));
        Vector256<float> near = Vector256.MultiplyAddEstimate(p * z, size, size);

        // from 1 on: 1 − 2/(e²ˣ + 1), where what is subtracted is small
        Vector256<float> far = Vector256<float>.One - Vector256.Create(2f) / (Exp(size + size) + Vector256<float>.One);

        Vector256<float> result = Vector256.ConditionalSelect(Vector256.LessThan(size, Vector256<float>.One), near, far);
        return result | (x & Vector256.Create(-0f));
    }

    /// <summary>The hyperbolic tangent of each element, to 2 ulp.</summary>
    /// <param name="x">Any value: ±1 for ±∞, x itself for tiny x and ±0, NaN for NaN.</param>
    /// <returns>tanh x.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Tanh(Vector256<double> x)
    {
        // −t/(2 + t) with t = expm1(−2|x|): no cancellation anywhere
        Vector256<double> t = Expm1(Vector256.Abs(x) * Vector256.Create(-2.0));
        Vector256<double> result = Vector256.Abs(t) / (t + Vector256.Create(2.0));
        return result | (x & Vector256.Create(-0.0));
    }
}
