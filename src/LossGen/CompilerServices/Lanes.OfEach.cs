using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>
/// Many vectors to one: lane i of the result is the sum, the maximum or the minimum of the lanes of vector i. The vectors are transposed as
/// they are combined, and every one goes through the same tree.
/// </content>
public static partial class Lanes
{
    /// <summary>The sums of 8 vectors of 8 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SumOfEach8(ref float vectors)
    {
        var low = SumOfFour(ref vectors);
        var high = SumOfFour(ref Unsafe.Add(ref vectors, 32));
        var even = Vector256.Create(low.GetLower(), high.GetLower());
        var odd = Vector256.Create(low.GetUpper(), high.GetUpper());
        return even + odd;
    }

    /// <summary>The sums of 4 vectors of 4 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumOfEach4(ref float vectors)
    {
        Transpose4(
            Vector128.LoadUnsafe(ref vectors),
            Vector128.LoadUnsafe(ref vectors, 4),
            Vector128.LoadUnsafe(ref vectors, 8),
            Vector128.LoadUnsafe(ref vectors, 12),
            out var a,
            out var b,
            out var c,
            out var d);
        return (a + c) + (b + d);
    }

    /// <summary>The sums of 4 vectors of 4 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SumOfEach4(ref double vectors)
    {
        var ab = Halves(Vector256.LoadUnsafe(ref vectors), Vector256.LoadUnsafe(ref vectors, 4));
        var cd = Halves(Vector256.LoadUnsafe(ref vectors, 8), Vector256.LoadUnsafe(ref vectors, 12));
        var even = Vector256.Create(ab.Low.GetLower() + ab.High.GetLower(), cd.Low.GetLower() + cd.High.GetLower());
        var odd = Vector256.Create(ab.Low.GetUpper() + ab.High.GetUpper(), cd.Low.GetUpper() + cd.High.GetUpper());
        return even + odd;
    }

    /// <summary>The sums of 2 vectors of 2 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> SumOfEach2(ref double vectors)
    {
        var a = Vector128.LoadUnsafe(ref vectors);
        var b = Vector128.LoadUnsafe(ref vectors, 2);
        return ZipLow(a, b) + ZipHigh(a, b);
    }

    /// <summary>In each half, the sums of the halves of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> SumOfFour(ref float vectors)
    {
        Transpose4(
            Vector256.LoadUnsafe(ref vectors),
            Vector256.LoadUnsafe(ref vectors, 8),
            Vector256.LoadUnsafe(ref vectors, 16),
            Vector256.LoadUnsafe(ref vectors, 24),
            out var a,
            out var b,
            out var c,
            out var d);
        return (a + c) + (b + d);
    }

    /// <summary>The maxima of 8 vectors of 8 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MaxOfEach8(ref float vectors)
    {
        var low = MaxOfFour(ref vectors);
        var high = MaxOfFour(ref Unsafe.Add(ref vectors, 32));
        var even = Vector256.Create(low.GetLower(), high.GetLower());
        var odd = Vector256.Create(low.GetUpper(), high.GetUpper());
        return Vector256.MaxNative(even, odd);
    }

    /// <summary>The maxima of 4 vectors of 4 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MaxOfEach4(ref float vectors)
    {
        Transpose4(
            Vector128.LoadUnsafe(ref vectors),
            Vector128.LoadUnsafe(ref vectors, 4),
            Vector128.LoadUnsafe(ref vectors, 8),
            Vector128.LoadUnsafe(ref vectors, 12),
            out var a,
            out var b,
            out var c,
            out var d);
        return Vector128.MaxNative(Vector128.MaxNative(a, c), Vector128.MaxNative(b, d));
    }

    /// <summary>The maxima of 4 vectors of 4 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MaxOfEach4(ref double vectors)
    {
        var ab = Halves(Vector256.LoadUnsafe(ref vectors), Vector256.LoadUnsafe(ref vectors, 4));
        var cd = Halves(Vector256.LoadUnsafe(ref vectors, 8), Vector256.LoadUnsafe(ref vectors, 12));
        var even = Vector256.Create(Vector128.MaxNative(ab.Low.GetLower(), ab.High.GetLower()), Vector128.MaxNative(cd.Low.GetLower(), cd.High.GetLower()));
        var odd = Vector256.Create(Vector128.MaxNative(ab.Low.GetUpper(), ab.High.GetUpper()), Vector128.MaxNative(cd.Low.GetUpper(), cd.High.GetUpper()));
        return Vector256.MaxNative(even, odd);
    }

    /// <summary>The maxima of 2 vectors of 2 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MaxOfEach2(ref double vectors)
    {
        var a = Vector128.LoadUnsafe(ref vectors);
        var b = Vector128.LoadUnsafe(ref vectors, 2);
        return Vector128.MaxNative(ZipLow(a, b), ZipHigh(a, b));
    }

    /// <summary>In each half, the maxima of the halves of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> MaxOfFour(ref float vectors)
    {
        Transpose4(
            Vector256.LoadUnsafe(ref vectors),
            Vector256.LoadUnsafe(ref vectors, 8),
            Vector256.LoadUnsafe(ref vectors, 16),
            Vector256.LoadUnsafe(ref vectors, 24),
            out var a,
            out var b,
            out var c,
            out var d);
        return Vector256.MaxNative(Vector256.MaxNative(a, c), Vector256.MaxNative(b, d));
    }

    /// <summary>The minima of 8 vectors of 8 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MinOfEach8(ref float vectors)
    {
        var low = MinOfFour(ref vectors);
        var high = MinOfFour(ref Unsafe.Add(ref vectors, 32));
        var even = Vector256.Create(low.GetLower(), high.GetLower());
        var odd = Vector256.Create(low.GetUpper(), high.GetUpper());
        return Vector256.MinNative(even, odd);
    }

    /// <summary>The minima of 4 vectors of 4 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MinOfEach4(ref float vectors)
    {
        Transpose4(
            Vector128.LoadUnsafe(ref vectors),
            Vector128.LoadUnsafe(ref vectors, 4),
            Vector128.LoadUnsafe(ref vectors, 8),
            Vector128.LoadUnsafe(ref vectors, 12),
            out var a,
            out var b,
            out var c,
            out var d);
        return Vector128.MinNative(Vector128.MinNative(a, c), Vector128.MinNative(b, d));
    }

    /// <summary>The minima of 4 vectors of 4 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MinOfEach4(ref double vectors)
    {
        var ab = Halves(Vector256.LoadUnsafe(ref vectors), Vector256.LoadUnsafe(ref vectors, 4));
        var cd = Halves(Vector256.LoadUnsafe(ref vectors, 8), Vector256.LoadUnsafe(ref vectors, 12));
        var even = Vector256.Create(Vector128.MinNative(ab.Low.GetLower(), ab.High.GetLower()), Vector128.MinNative(cd.Low.GetLower(), cd.High.GetLower()));
        var odd = Vector256.Create(Vector128.MinNative(ab.Low.GetUpper(), ab.High.GetUpper()), Vector128.MinNative(cd.Low.GetUpper(), cd.High.GetUpper()));
        return Vector256.MinNative(even, odd);
    }

    /// <summary>The minima of 2 vectors of 2 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MinOfEach2(ref double vectors)
    {
        var a = Vector128.LoadUnsafe(ref vectors);
        var b = Vector128.LoadUnsafe(ref vectors, 2);
        return Vector128.MinNative(ZipLow(a, b), ZipHigh(a, b));
    }

    /// <summary>In each half, the minima of the halves of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> MinOfFour(ref float vectors)
    {
        Transpose4(
            Vector256.LoadUnsafe(ref vectors),
            Vector256.LoadUnsafe(ref vectors, 8),
            Vector256.LoadUnsafe(ref vectors, 16),
            Vector256.LoadUnsafe(ref vectors, 24),
            out var a,
            out var b,
            out var c,
            out var d);
        return Vector256.MinNative(Vector256.MinNative(a, c), Vector256.MinNative(b, d));
    }

    /// <summary>Two vectors' first and second elements of each half, side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Low, Vector256<double> High) Halves(Vector256<double> a, Vector256<double> b) => (ZipLow(a, b), ZipHigh(a, b));
}
