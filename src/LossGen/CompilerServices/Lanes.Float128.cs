using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>Blocks of 4 rows of float.</content>
public static partial class Lanes
{
    /// <summary>Four neighbouring classes of 4 rows; the first class of row 0 is at <paramref name="start"/>, rows are <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load4x4(ref float source, nuint start, nuint stride, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d) => Transpose4(
        Vector128.LoadUnsafe(ref source, start),
        Vector128.LoadUnsafe(ref source, start + stride),
        Vector128.LoadUnsafe(ref source, start + 2 * stride),
        Vector128.LoadUnsafe(ref source, start + 3 * stride),
        out a,
        out b,
        out c,
        out d);

    /// <summary>The inverse of <see cref="Load4x4"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store4x4(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float destination, nuint start, nuint stride)
    {
        Transpose4(a, b, c, d, out a, out b, out c, out d);
        a.StoreUnsafe(ref destination, start);
        b.StoreUnsafe(ref destination, start + stride);
        c.StoreUnsafe(ref destination, start + 2 * stride);
        d.StoreUnsafe(ref destination, start + 3 * stride);
    }

    /// <summary>4 rows of two classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<float> A, Vector128<float> B) Load2x4(ref float source)
    {
        var low = Vector128.LoadUnsafe(ref source);
        var high = Vector128.LoadUnsafe(ref source, 4);
        var even = ZipLow(low, high);
        var odd = ZipHigh(low, high);
        return (ZipLow(even, odd), ZipHigh(even, odd));
    }

    /// <summary>The inverse of <see cref="Load2x4(ref float)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store2x4(Vector128<float> a, Vector128<float> b, ref float destination)
    {
        ZipLow(a, b).StoreUnsafe(ref destination);
        ZipHigh(a, b).StoreUnsafe(ref destination, 4);
    }

    /// <summary>4 rows of three classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<float> A, Vector128<float> B, Vector128<float> C) Load3x4(ref float source)
    {
        var x = Vector128.LoadUnsafe(ref source);
        var y = Vector128.LoadUnsafe(ref source, 4);
        var z = Vector128.LoadUnsafe(ref source, 8);
        return (
            Vector128.Create(x[0], x[3], y[2], z[1]),
            Vector128.Create(x[1], y[0], y[3], z[2]),
            Vector128.Create(x[2], y[1], z[0], z[3]));
    }

    /// <summary>The inverse of <see cref="Load3x4"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store3x4(Vector128<float> a, Vector128<float> b, Vector128<float> c, ref float destination)
    {
        Vector128.Create(a[0], b[0], c[0], a[1]).StoreUnsafe(ref destination);
        Vector128.Create(b[1], c[1], a[2], b[2]).StoreUnsafe(ref destination, 4);
        Vector128.Create(c[2], a[3], b[3], c[3]).StoreUnsafe(ref destination, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose4(
        Vector128<float> w, Vector128<float> x, Vector128<float> y, Vector128<float> z, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d)
    {
        var wxLow = ZipLow(w, x).AsDouble();
        var wxHigh = ZipHigh(w, x).AsDouble();
        var yzLow = ZipLow(y, z).AsDouble();
        var yzHigh = ZipHigh(y, z).AsDouble();
        a = ZipLow(wxLow, yzLow).AsSingle();
        b = ZipHigh(wxLow, yzLow).AsSingle();
        c = ZipLow(wxHigh, yzHigh).AsSingle();
        d = ZipHigh(wxHigh, yzHigh).AsSingle();
    }
}
