using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Numerics;

public static partial class VectorMath
{
    /// <summary>eˣ of each element, to 1 ulp.</summary>
    /// <param name="x">Any value: exp(0) is exactly 1, exp(−∞) is 0, exp(+∞) is +∞, NaN stays NaN.</param>
    /// <returns>eˣ; +∞ above 88.7228, denormal below −87.3366, 0 below −103.9720.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // The bound first: of a NaN and a bound, the native minimum and maximum return the second.
        x = Vector256.MinNative(Vector256.Create(ExpF.Highest), Vector256.MaxNative(Vector256.Create(ExpF.Lowest), x));

        // x = n·ln 2 + r; the low bits of `rounded` are n + 254, twice the exponent's bias.
        Vector256<float> rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(ExpF.Log2E), Vector256.Create(ExpF.Round + 254));
        Vector256<float> n = rounded - Vector256.Create(ExpF.Round + 254);
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2.HeadF), x);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2.TailF), r);

        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(ExpF.P5), r, Vector256.Create(ExpF.P4));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpF.P3));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpF.P2));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpF.P1));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpF.P0));

        // 1 + (r + r²·P) rather than 1 + r·(1 + r·P): without fused multiply-add the product with r would be one rounding too many
        p = Vector256<float>.One + Vector256.MultiplyAddEstimate(r * r, p, r);

        // 2ⁿ in two factors, so that neither over- nor underflows; the first product is exact, the second rounds denormals once.
        Vector256<uint> exponents = rounded.AsUInt32();
        Vector256<uint> half = exponents >>> 1;
        return p * (half << 23).AsSingle() * ((exponents - half) << 23).AsSingle();
    }

    /// <summary>eˣ of each element, to 2 ulp.</summary>
    /// <param name="x">Any value: exp(0) is exactly 1, exp(−∞) is 0, exp(+∞) is +∞, NaN stays NaN.</param>
    /// <returns>eˣ; +∞ above 709.7827, denormal below −708.3964, 0 below −745.1332.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x) => ExpOfParts(x, out _);

    /// <summary>eˣ, and what its rounding loses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpOfParts(Vector256<double> x, out Vector256<double> low)
    {
        x = Vector256.MinNative(Vector256.Create(ExpD.Highest), Vector256.MaxNative(Vector256.Create(ExpD.Lowest), x));

        Vector256<double> rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(ExpD.Log2E), Vector256.Create(ExpD.Round + 2046));
        Vector256<double> n = rounded - Vector256.Create(ExpD.Round + 2046);
        Vector256<double> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2.Head), x);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2.Tail), r);

        Vector256<double> p = Vector256.MultiplyAddEstimate(r * r, ExpTail(r), r);
        Vector256<double> exp = p + Vector256<double>.One;

        Vector256<ulong> exponents = rounded.AsUInt64();
        Vector256<ulong> half = exponents >>> 1;
        Vector256<double> scale = (half << 52).AsDouble();
        Vector256<double> scaleAgain = ((exponents - half) << 52).AsDouble();
        low = (Vector256<double>.One - exp + p) * scale * scaleAgain;
        return exp * scale * scaleAgain;
    }

    /// <summary>P(r) of eʳ = 1 + r + r²·P(r), |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpTail(Vector256<double> r)
    {
        Vector256<double> p = Vector256.MultiplyAddEstimate(Vector256.Create(ExpD.P10), r, Vector256.Create(ExpD.P9));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpD.P8));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpD.P7));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpD.P6));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpD.P5));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpD.P4));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpD.P3));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpD.P2));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpD.P1));
        return Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpD.P0));
    }
}
