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
        // t = expm1(−2|x|) and what its rounding loses
        Vector256<double> size = Vector256.Abs(x);
        Vector256<double> high = HalfOfExpm1(size * Vector256.Create(-2.0), out Vector256<double> low);
        Vector256<double> half = high + low;
        Vector256<double> t = half + half;
        Vector256<double> tail = high - half + low;
        tail += tail;

        // tanh = q = −t/(2 + t); the quotient is corrected by what t and 2 + t lost, where 1/(2 + t) = (1 + q)/2
        Vector256<double> sum = t + Vector256.Create(2.0);
        Vector256<double> lost = Vector256.Create(2.0) - sum + t + tail;
        Vector256<double> q = -t / sum;
        Vector256<double> reciprocal = Vector256.MultiplyAddEstimate(q, Vector256.Create(0.5), Vector256.Create(0.5));
        q -= Vector256.MultiplyAddEstimate(q, lost, tail) * reciprocal;

        // x itself where the halves above would lose bits of denormals
        Vector256<double> result = Vector256.ConditionalSelect(Vector256.LessThan(size, Vector256.Create(ExpD.Expm1Tiny)), size, q);
        return result | (x & Vector256.Create(-0.0));
    }
}
