using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>16 vectors of 16 lanes to one: transposed and combined by fours, first within quarters of the vectors and then the quarters.</content>
public static partial class Lanes
{
    /// <summary>The sums of 16 vectors of 16 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SumOfEach16(ref float vectors)
    {
        Quarters(
            SumOfFourQuarters(ref vectors),
            SumOfFourQuarters(ref Unsafe.Add(ref vectors, 64)),
            SumOfFourQuarters(ref Unsafe.Add(ref vectors, 128)),
            SumOfFourQuarters(ref Unsafe.Add(ref vectors, 192)),
            out var a,
            out var b,
            out var c,
            out var d);
        return (a + c) + (b + d);
    }

    /// <summary>In each quarter, the sums of that quarter of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> SumOfFourQuarters(ref float vectors)
    {
        Transpose4(
            Vector512.LoadUnsafe(ref vectors),
            Vector512.LoadUnsafe(ref vectors, 16),
            Vector512.LoadUnsafe(ref vectors, 32),
            Vector512.LoadUnsafe(ref vectors, 48),
            out var a,
            out var b,
            out var c,
            out var d);
        return (a + c) + (b + d);
    }

    /// <summary>The maxima of 16 vectors of 16 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MaxOfEach16(ref float vectors)
    {
        Quarters(
            MaxOfFourQuarters(ref vectors),
            MaxOfFourQuarters(ref Unsafe.Add(ref vectors, 64)),
            MaxOfFourQuarters(ref Unsafe.Add(ref vectors, 128)),
            MaxOfFourQuarters(ref Unsafe.Add(ref vectors, 192)),
            out var a,
            out var b,
            out var c,
            out var d);
        return Vector512.MaxNative(Vector512.MaxNative(a, c), Vector512.MaxNative(b, d));
    }

    /// <summary>In each quarter, the maxima of that quarter of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> MaxOfFourQuarters(ref float vectors)
    {
        Transpose4(
            Vector512.LoadUnsafe(ref vectors),
            Vector512.LoadUnsafe(ref vectors, 16),
            Vector512.LoadUnsafe(ref vectors, 32),
            Vector512.LoadUnsafe(ref vectors, 48),
            out var a,
            out var b,
            out var c,
            out var d);
        return Vector512.MaxNative(Vector512.MaxNative(a, c), Vector512.MaxNative(b, d));
    }

    /// <summary>The minima of 16 vectors of 16 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MinOfEach16(ref float vectors)
    {
        Quarters(
            MinOfFourQuarters(ref vectors),
            MinOfFourQuarters(ref Unsafe.Add(ref vectors, 64)),
            MinOfFourQuarters(ref Unsafe.Add(ref vectors, 128)),
            MinOfFourQuarters(ref Unsafe.Add(ref vectors, 192)),
            out var a,
            out var b,
            out var c,
            out var d);
        return Vector512.MinNative(Vector512.MinNative(a, c), Vector512.MinNative(b, d));
    }

    /// <summary>In each quarter, the minima of that quarter of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> MinOfFourQuarters(ref float vectors)
    {
        Transpose4(
            Vector512.LoadUnsafe(ref vectors),
            Vector512.LoadUnsafe(ref vectors, 16),
            Vector512.LoadUnsafe(ref vectors, 32),
            Vector512.LoadUnsafe(ref vectors, 48),
            out var a,
            out var b,
            out var c,
            out var d);
        return Vector512.MinNative(Vector512.MinNative(a, c), Vector512.MinNative(b, d));
    }

    /// <summary>The sums of 16 vectors of 16 lanes without one of the largest terms each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OthersOfEach16(ref float sums, ref float tops)
    {
        var s0 = OthersOfFourQuarters(ref sums, ref tops, out var t0);
        var s1 = OthersOfFourQuarters(ref Unsafe.Add(ref sums, 64), ref Unsafe.Add(ref tops, 64), out var t1);
        var s2 = OthersOfFourQuarters(ref Unsafe.Add(ref sums, 128), ref Unsafe.Add(ref tops, 128), out var t2);
        var s3 = OthersOfFourQuarters(ref Unsafe.Add(ref sums, 192), ref Unsafe.Add(ref tops, 192), out var t3);
        Quarters(s0, s1, s2, s3, out var a, out var b, out var c, out var d);
        Quarters(t0, t1, t2, t3, out var aTop, out var bTop, out var cTop, out var dTop);
        Join(ref a, ref aTop, c, cTop);
        Join(ref b, ref bTop, d, dTop);
        Join(ref a, ref aTop, b, bTop);
        return a + (aTop - aTop);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> OthersOfFourQuarters(ref float sums, ref float tops, out Vector512<float> top)
    {
        Transpose4(
            Vector512.LoadUnsafe(ref sums),
            Vector512.LoadUnsafe(ref sums, 16),
            Vector512.LoadUnsafe(ref sums, 32),
            Vector512.LoadUnsafe(ref sums, 48),
            out var a,
            out var b,
            out var c,
            out var d);
        Transpose4(
            Vector512.LoadUnsafe(ref tops),
            Vector512.LoadUnsafe(ref tops, 16),
            Vector512.LoadUnsafe(ref tops, 32),
            Vector512.LoadUnsafe(ref tops, 48),
            out top,
            out var bTop,
            out var cTop,
            out var dTop);
        Join(ref a, ref top, c, cTop);
        Join(ref b, ref bTop, d, dTop);
        Join(ref a, ref top, b, bTop);
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(ref Vector512<float> sum, ref Vector512<float> top, Vector512<float> otherSum, Vector512<float> otherTop)
    {
        sum = (sum + otherSum) + Vector512.MinNative(otherTop, top);
        top = Vector512.MaxNative(top, otherTop);
    }

    /// <summary>Transposes four times four quarters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarters(
        Vector512<float> w, Vector512<float> x, Vector512<float> y, Vector512<float> z, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d)
    {
        if (Avx512F.IsSupported)
        {
            var wxLow = Avx512F.Shuffle4x128(w, x, 0x44);
            var wxHigh = Avx512F.Shuffle4x128(w, x, 0xEE);
            var yzLow = Avx512F.Shuffle4x128(y, z, 0x44);
            var yzHigh = Avx512F.Shuffle4x128(y, z, 0xEE);
            a = Avx512F.Shuffle4x128(wxLow, yzLow, 0x88);
            b = Avx512F.Shuffle4x128(wxLow, yzLow, 0xDD);
            c = Avx512F.Shuffle4x128(wxHigh, yzHigh, 0x88);
            d = Avx512F.Shuffle4x128(wxHigh, yzHigh, 0xDD);
            return;
        }

        a = Vector512.Create(Vector256.Create(w.GetLower().GetLower(), x.GetLower().GetLower()), Vector256.Create(y.GetLower().GetLower(), z.GetLower().GetLower()));
        b = Vector512.Create(Vector256.Create(w.GetLower().GetUpper(), x.GetLower().GetUpper()), Vector256.Create(y.GetLower().GetUpper(), z.GetLower().GetUpper()));
        c = Vector512.Create(Vector256.Create(w.GetUpper().GetLower(), x.GetUpper().GetLower()), Vector256.Create(y.GetUpper().GetLower(), z.GetUpper().GetLower()));
        d = Vector512.Create(Vector256.Create(w.GetUpper().GetUpper(), x.GetUpper().GetUpper()), Vector256.Create(y.GetUpper().GetUpper(), z.GetUpper().GetUpper()));
    }
}
