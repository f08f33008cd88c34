using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Numerics;

/// <summary>
/// The passes over a row of floats behind the span functions of StableMath: eight floats at a time, in double, where x − max is exact.
/// The end of a row goes through the same vectors, filled up with −∞.
/// </summary>
/// <remarks>Places are compared as unsigned numbers: in the longest spans, the one after the last vector is beyond an int.</remarks>
internal static class FloatRow
{
    // Partial sums go into a second level this often, so that the rounding errors of long rows do not grow with their length.
    private const int FlushMask = 511;

    /// <summary>NaN if there is one, −∞ for an empty row.</summary>
    public static float Maximum(ReadOnlySpan<float> x)
    {
        Vector256<float> tops = Vector256.Create(float.NegativeInfinity);
        for (int i = 0; (uint)i < (uint)x.Length; i += Vector256<float>.Count)
        {
            tops = Vector256.Max(tops, Load(x, i));
        }

        float top = tops[0];
        for (int lane = 1; lane < Vector256<float>.Count; lane++)
        {
            top = MathF.Max(top, tops[lane]);
        }

        return top;
    }

    /// <summary>Σ exp(xᵢ − top) over all i but one at which xᵢ is top: ties are counted, so that small terms are not added to a 1.</summary>
    public static double SumOfOthers(ReadOnlySpan<float> x, float top)
    {
        Vector256<double> shift = Vector256.Create((double)top);
        Vector256<double> total = Vector256<double>.Zero;
        Vector256<double> sum = Vector256<double>.Zero;
        Vector256<double> ties = Vector256<double>.Zero;
        for (int i = 0; (uint)i < (uint)x.Length; i += Vector256<float>.Count)
        {
            Vector256<float> values = Load(x, i);
            Vector256<double> lower = Vector256.WidenLower(values) - shift;
            Vector256<double> upper = Vector256.WidenUpper(values) - shift;
            sum += TermBelowMaximum(lower) + TermBelowMaximum(upper);
            ties += (Vector256.Equals(lower, Vector256<double>.Zero) & Vector256<double>.One)
                + (Vector256.Equals(upper, Vector256<double>.Zero) & Vector256<double>.One);
            if ((i & FlushMask) == 0)
            {
                total += sum;
                sum = Vector256<double>.Zero;
            }
        }

        return Vector256.Sum(total + sum) + (Vector256.Sum(ties) - 1);
    }

    /// <summary>exp(xᵢ − top) / sum</summary>
    public static void Softmax(ReadOnlySpan<float> x, float top, double sum, Span<float> destination)
    {
        Vector256<double> shift = Vector256.Create((double)top);
        Vector256<double> factor = Vector256.Create(1 / sum);
        for (int i = 0; (uint)i < (uint)x.Length; i += Vector256<float>.Count)
        {
            Vector256<float> values = Load(x, i);
            Vector256<double> lower = VectorMath.ExpOfMinusAbs(Vector256.WidenLower(values) - shift) * factor;
            Vector256<double> upper = VectorMath.ExpOfMinusAbs(Vector256.WidenUpper(values) - shift) * factor;
            Store(Vector256.Narrow(lower, upper), destination, i);
        }
    }

    /// <summary>(xᵢ − top) − log</summary>
    public static void LogSoftmax(ReadOnlySpan<float> x, float top, double log, Span<float> destination)
    {
        Vector256<double> shift = Vector256.Create((double)top);
        Vector256<double> logs = Vector256.Create(log);
        for (int i = 0; (uint)i < (uint)x.Length; i += Vector256<float>.Count)
        {
            Vector256<float> values = Load(x, i);
            Store(Vector256.Narrow(Vector256.WidenLower(values) - shift - logs, Vector256.WidenUpper(values) - shift - logs), destination, i);
        }
    }

    /// <summary>exp of a difference below 0, and 0 for 0 and for −∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> TermBelowMaximum(Vector256<double> difference)
    {
        Vector256<double> counts = Vector256.LessThan(difference, Vector256<double>.Zero) & Vector256.GreaterThan(difference, Vector256.Create(FloatInDouble.Lowest));
        return VectorMath.ExpOfMinusAbs(difference) & counts;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ReadOnlySpan<float> x, int start) =>
        x.Length - start >= Vector256<float>.Count ? Vector256.Create(x.Slice(start, Vector256<float>.Count)) : LoadEnd(x[start..]);

    private static Vector256<float> LoadEnd(ReadOnlySpan<float> rest)
    {
        Span<float> padded = stackalloc float[Vector256<float>.Count];
        padded.Fill(float.NegativeInfinity);
        rest.CopyTo(padded);
        return Vector256.Create<float>(padded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> values, Span<float> destination, int start)
    {
        if (destination.Length - start >= Vector256<float>.Count)
        {
            values.CopyTo(destination[start..]);
        }
        else
        {
            StoreEnd(values, destination[start..]);
        }
    }

    private static void StoreEnd(Vector256<float> values, Span<float> rest)
    {
        Span<float> padded = stackalloc float[Vector256<float>.Count];
        values.CopyTo(padded);
        padded[..rest.Length].CopyTo(rest);
    }
}
