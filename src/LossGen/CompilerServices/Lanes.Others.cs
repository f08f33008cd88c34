using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>
/// Sums that leave out one of the largest terms. Each vector comes with its lanes' largest terms, which its sums have left out; combining
/// two lanes, the smaller of their largest is added and the larger goes on. At the end, top − top adds nothing, or NaN where the top is.
/// </content>
public static partial class Lanes
{
    /// <summary>For 8 vectors of 8 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OthersOfEach8(ref float sums, ref float tops)
    {
        var (low, lowTop) = OthersOfFour(ref sums, ref tops);
        var (high, highTop) = OthersOfFour(ref Unsafe.Add(ref sums, 32), ref Unsafe.Add(ref tops, 32));
        var even = Vector256.Create(low.GetLower(), high.GetLower());
        var odd = Vector256.Create(low.GetUpper(), high.GetUpper());
        var evenTop = Vector256.Create(lowTop.GetLower(), highTop.GetLower());
        var oddTop = Vector256.Create(lowTop.GetUpper(), highTop.GetUpper());
        Join(ref even, ref evenTop, odd, oddTop);
        return even + (evenTop - evenTop);
    }

    /// <summary>For 4 vectors of 4 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> OthersOfEach4(ref float sums, ref float tops)
    {
        Transpose4(
            Vector128.LoadUnsafe(ref sums), Vector128.LoadUnsafe(ref sums, 4), Vector128.LoadUnsafe(ref sums, 8), Vector128.LoadUnsafe(ref sums, 12),
            out var a,
            out var b,
            out var c,
            out var d);
        Transpose4(
            Vector128.LoadUnsafe(ref tops), Vector128.LoadUnsafe(ref tops, 4), Vector128.LoadUnsafe(ref tops, 8), Vector128.LoadUnsafe(ref tops, 12),
            out var aTop,
            out var bTop,
            out var cTop,
            out var dTop);
        Join(ref a, ref aTop, c, cTop);
        Join(ref b, ref bTop, d, dTop);
        Join(ref a, ref aTop, b, bTop);
        return a + (aTop - aTop);
    }

    /// <summary>For 4 vectors of 4 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OthersOfEach4(ref double sums, ref double tops)
    {
        var (low, lowTop) = OthersOfTwo(ref sums, ref tops);
        var (high, highTop) = OthersOfTwo(ref Unsafe.Add(ref sums, 8), ref Unsafe.Add(ref tops, 8));
        var even = Vector256.Create(low.GetLower(), high.GetLower());
        var odd = Vector256.Create(low.GetUpper(), high.GetUpper());
        var evenTop = Vector256.Create(lowTop.GetLower(), highTop.GetLower());
        var oddTop = Vector256.Create(lowTop.GetUpper(), highTop.GetUpper());
        Join(ref even, ref evenTop, odd, oddTop);
        return even + (evenTop - evenTop);
    }

    /// <summary>For 2 vectors of 2 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> OthersOfEach2(ref double sums, ref double tops)
    {
        var first = Vector128.LoadUnsafe(ref sums);
        var second = Vector128.LoadUnsafe(ref sums, 2);
        var firstTop = Vector128.LoadUnsafe(ref tops);
        var secondTop = Vector128.LoadUnsafe(ref tops, 2);
        var a = ZipLow(first, second);
        var aTop = ZipLow(firstTop, secondTop);
        Join(ref a, ref aTop, ZipHigh(first, second), ZipHigh(firstTop, secondTop));
        return a + (aTop - aTop);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Sums, Vector256<float> Tops) OthersOfFour(ref float sums, ref float tops)
    {
        Transpose4(
            Vector256.LoadUnsafe(ref sums), Vector256.LoadUnsafe(ref sums, 8), Vector256.LoadUnsafe(ref sums, 16), Vector256.LoadUnsafe(ref sums, 24),
            out var a,
            out var b,
            out var c,
            out var d);
        Transpose4(
            Vector256.LoadUnsafe(ref tops), Vector256.LoadUnsafe(ref tops, 8), Vector256.LoadUnsafe(ref tops, 16), Vector256.LoadUnsafe(ref tops, 24),
            out var aTop,
            out var bTop,
            out var cTop,
            out var dTop);
        Join(ref a, ref aTop, c, cTop);
        Join(ref b, ref bTop, d, dTop);
        Join(ref a, ref aTop, b, bTop);
        return (a, aTop);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Sums, Vector256<double> Tops) OthersOfTwo(ref double sums, ref double tops)
    {
        var first = Vector256.LoadUnsafe(ref sums);
        var second = Vector256.LoadUnsafe(ref sums, 4);
        var firstTop = Vector256.LoadUnsafe(ref tops);
        var secondTop = Vector256.LoadUnsafe(ref tops, 4);
        var a = ZipLow(first, second);
        var aTop = ZipLow(firstTop, secondTop);
        Join(ref a, ref aTop, ZipHigh(first, second), ZipHigh(firstTop, secondTop));
        return (a, aTop);
    }

    // Of a pair with NaN, the native minimum and maximum return their second operand: each of the two goes its way.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(ref Vector256<float> sum, ref Vector256<float> top, Vector256<float> otherSum, Vector256<float> otherTop)
    {
        sum = (sum + otherSum) + Vector256.MinNative(otherTop, top);
        top = Vector256.MaxNative(top, otherTop);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(ref Vector128<float> sum, ref Vector128<float> top, Vector128<float> otherSum, Vector128<float> otherTop)
    {
        sum = (sum + otherSum) + Vector128.MinNative(otherTop, top);
        top = Vector128.MaxNative(top, otherTop);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(ref Vector256<double> sum, ref Vector256<double> top, Vector256<double> otherSum, Vector256<double> otherTop)
    {
        sum = (sum + otherSum) + Vector256.MinNative(otherTop, top);
        top = Vector256.MaxNative(top, otherTop);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(ref Vector128<double> sum, ref Vector128<double> top, Vector128<double> otherSum, Vector128<double> otherTop)
    {
        sum = (sum + otherSum) + Vector128.MinNative(otherTop, top);
        top = Vector128.MaxNative(top, otherTop);
    }
}
