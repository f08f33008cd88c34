using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Numerics;

public static partial class VectorMath
{
    /// <summary>
    /// e·ln 2 + log(1 + f + low), the common core of Log and Log1p, where low is at most an ulp of f: the small terms are added to each other first.
    /// <paramref name="curved"/> is f, or 0 where log(1 + f) rounds to f: the square of a small f would be subnormal, and processors take a
    /// hundred cycles and more for such a product.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LogOfParts(Vector256<float> e, Vector256<float> f, Vector256<float> curved, Vector256<float> low)
    {
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(LogF.P7), f, Vector256.Create(LogF.P6));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(LogF.P5));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(LogF.P4));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(LogF.P3));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(LogF.P2));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(LogF.P1));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(LogF.P0));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(-0.5f));

        Vector256<float> tail = Vector256.MultiplyAddEstimate(curved * curved, p, Vector256.MultiplyAddEstimate(e, Vector256.Create(Ln2.TailF), low));
        return Vector256.MultiplyAddEstimate(e, Vector256.Create(Ln2.HeadF), f + tail);
    }

    /// <summary>The same in double: with h = f²/2, log(1 + f) = f − (h − s·(h + R)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogOfParts(Vector256<double> e, Vector256<double> f, Vector256<double> curved, Vector256<double> low)
    {
        Vector256<double> s = curved / (curved + Vector256.Create(2.0));
        Vector256<double> z = s * s;
        Vector256<double> p = Vector256.MultiplyAddEstimate(Vector256.Create(LogD.P6), z, Vector256.Create(LogD.P5));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(LogD.P4));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(LogD.P3));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(LogD.P2));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(LogD.P1));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(LogD.P0));

        Vector256<double> h = curved * curved * Vector256.Create(0.5);
        Vector256<double> tail = Vector256.MultiplyAddEstimate(e, Vector256.Create(Ln2.Tail), low);
        tail = Vector256.MultiplyAddEstimate(s, Vector256.MultiplyAddEstimate(p, z, h), tail) - h;
        return Vector256.MultiplyAddEstimate(e, Vector256.Create(Ln2.Head), f + tail);
    }
}
