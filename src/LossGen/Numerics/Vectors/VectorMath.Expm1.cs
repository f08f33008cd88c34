using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Numerics;

public static partial class VectorMath
{
    /// <summary>eˣ − 1 of each element without cancellation, to 1 ulp.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>eˣ − 1: x itself for tiny x and ±0, −1 for −∞, +∞ for +∞ and above 88.7228, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Expm1(Vector256<float> x)
    {
        Vector256<float> v = Vector256.MinNative(Vector256.Create(ExpF.Highest), Vector256.MaxNative(Vector256.Create(ExpF.Expm1Lowest), x));

        // x = n·ln 2 + r + c; the low bits of `rounded` are the exponent of 2ⁿ⁻¹ (2ⁿ itself is out of range for n = 128)
        Vector256<float> rounded = Vector256.MultiplyAddEstimate(v, Vector256.Create(ExpF.Log2E), Vector256.Create(ExpF.Round + 126));
        Vector256<float> n = rounded - Vector256.Create(ExpF.Round + 126);
        Vector256<float> head = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2.HeadF), v);
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2.TailF), head);
        Vector256<float> c = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2.TailF), head - r);

        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(ExpF.P5), r, Vector256.Create(ExpF.P4));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpF.P3));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpF.P2));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpF.P1));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpF.P0));
        Vector256<float> tail = Vector256.MultiplyAddEstimate(r * r, p, c);

        // ½·expm1(x) = (s − ½) + s·r + s·tail with s = 2ⁿ⁻¹; what rounding takes from the first two sums is added to the last
        Vector256<float> s = (rounded.AsUInt32() << 23).AsSingle();
        Vector256<float> start = s - Vector256.Create(0.5f);
        Vector256<float> sum = Vector256.MultiplyAddEstimate(s, r, start);
        Vector256<float> rest = Vector256.MultiplyAddEstimate(s, r, start - sum);
        Vector256<float> lost = s - start - Vector256.Create(0.5f);
        Vector256<float> result = sum + Vector256.MultiplyAddEstimate(s, tail, rest + lost);
        return Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(x), Vector256.Create(ExpF.Expm1Tiny)), x, result + result);
    }

    /// <summary>eˣ − 1 of each element without cancellation, to 2 ulp.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>eˣ − 1: x itself for tiny x and ±0, −1 for −∞, +∞ for +∞ and above 709.7827, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Expm1(Vector256<double> x)
    {
        Vector256<double> half = HalfOfExpm1(x, out Vector256<double> low) + low;
        return Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(x), Vector256.Create(ExpD.Expm1Tiny)), x, half + half);
    }

    /// <summary>½·(eˣ − 1) and a smaller number to be added to it; not for |x| below 2⁻⁵⁵, where halves lose bits of denormals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> HalfOfExpm1(Vector256<double> x, out Vector256<double> low)
    {
        Vector256<double> v = Vector256.MinNative(Vector256.Create(ExpD.Highest), Vector256.MaxNative(Vector256.Create(ExpD.Expm1Lowest), x));

        Vector256<double> rounded = Vector256.MultiplyAddEstimate(v, Vector256.Create(ExpD.Log2E), Vector256.Create(ExpD.Round + 1022));
        Vector256<double> n = rounded - Vector256.Create(ExpD.Round + 1022);
        Vector256<double> head = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2.Head), v);
        Vector256<double> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2.Tail), head);
        Vector256<double> c = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2.Tail), head - r);
        Vector256<double> tail = Vector256.MultiplyAddEstimate(r * r, ExpTail(r), c);

        Vector256<double> s = (rounded.AsUInt64() << 52).AsDouble();
        Vector256<double> start = s - Vector256.Create(0.5);
        Vector256<double> sum = Vector256.MultiplyAddEstimate(s, r, start);
        Vector256<double> rest = Vector256.MultiplyAddEstimate(s, r, start - sum);
        Vector256<double> lost = s - start - Vector256.Create(0.5);
        low = Vector256.MultiplyAddEstimate(s, tail, rest + lost);
        return sum;
    }
}
