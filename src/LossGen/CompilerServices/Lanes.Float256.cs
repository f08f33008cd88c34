using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>Blocks of 8 rows of float.</content>
public static partial class Lanes
{
    /// <summary>Four neighbouring classes of 8 rows; the first class of row 0 is at <paramref name="start"/>, rows are <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load4x8(ref float source, nuint start, nuint stride, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d) => Transpose4(
        Vector256.Create(Vector128.LoadUnsafe(ref source, start), Vector128.LoadUnsafe(ref source, start + 4 * stride)),
        Vector256.Create(Vector128.LoadUnsafe(ref source, start + stride), Vector128.LoadUnsafe(ref source, start + 5 * stride)),
        Vector256.Create(Vector128.LoadUnsafe(ref source, start + 2 * stride), Vector128.LoadUnsafe(ref source, start + 6 * stride)),
        Vector256.Create(Vector128.LoadUnsafe(ref source, start + 3 * stride), Vector128.LoadUnsafe(ref source, start + 7 * stride)),
        out a,
        out b,
        out c,
        out d);

    /// <summary>The inverse of <see cref="Load4x8"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store4x8(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, ref float destination, nuint start, nuint stride)
    {
        Transpose4(a, b, c, d, out a, out b, out c, out d);
        a.GetLower().StoreUnsafe(ref destination, start);
        b.GetLower().StoreUnsafe(ref destination, start + stride);
        c.GetLower().StoreUnsafe(ref destination, start + 2 * stride);
        d.GetLower().StoreUnsafe(ref destination, start + 3 * stride);
        a.GetUpper().StoreUnsafe(ref destination, start + 4 * stride);
        b.GetUpper().StoreUnsafe(ref destination, start + 5 * stride);
        c.GetUpper().StoreUnsafe(ref destination, start + 6 * stride);
        d.GetUpper().StoreUnsafe(ref destination, start + 7 * stride);
    }

    /// <summary>8 rows of two classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> A, Vector256<float> B) Load2x8(ref float source)
    {
        var low = Vector256.LoadUnsafe(ref source);
        var high = Vector256.LoadUnsafe(ref source, 8);
        var first = Vector256.Create(low.GetLower(), high.GetLower());
        var second = Vector256.Create(low.GetUpper(), high.GetUpper());
        if (Avx.IsSupported)
        {
            return (Avx.Shuffle(first, second, 0x88), Avx.Shuffle(first, second, 0xDD));
        }

        return (
            Vector256.Create(low[0], low[2], low[4], low[6], high[0], high[2], high[4], high[6]),
            Vector256.Create(low[1], low[3], low[5], low[7], high[1], high[3], high[5], high[7]));
    }

    /// <summary>The inverse of <see cref="Load2x8(ref float)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store2x8(Vector256<float> a, Vector256<float> b, ref float destination)
    {
        var low = ZipLow(a, b);
        var high = ZipHigh(a, b);
        Vector256.Create(low.GetLower(), high.GetLower()).StoreUnsafe(ref destination);
        Vector256.Create(low.GetUpper(), high.GetUpper()).StoreUnsafe(ref destination, 8);
    }

    /// <summary>8 rows of three classes: every third lane of the three vectors, blended into one and put in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> A, Vector256<float> B, Vector256<float> C) Load3x8(ref float source)
    {
        var x = Vector256.LoadUnsafe(ref source);
        var y = Vector256.LoadUnsafe(ref source, 8);
        var z = Vector256.LoadUnsafe(ref source, 16);
        var a = Blend3(x, z, y);
        var b = Blend3(z, y, x);
        var c = Blend3(y, x, z);
        return (
            Vector256.Shuffle(a, Vector256.Create(0, 3, 6, 1, 4, 7, 2, 5)),
            Vector256.Shuffle(b, Vector256.Create(1, 4, 7, 2, 5, 0, 3, 6)),
            Vector256.Shuffle(c, Vector256.Create(2, 5, 0, 3, 6, 1, 4, 7)));
    }

    /// <summary>The inverse of <see cref="Load3x8"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store3x8(Vector256<float> a, Vector256<float> b, Vector256<float> c, ref float destination)
    {
        a = Vector256.Shuffle(a, Vector256.Create(0, 3, 6, 1, 4, 7, 2, 5));
        b = Vector256.Shuffle(b, Vector256.Create(5, 0, 3, 6, 1, 4, 7, 2));
        c = Vector256.Shuffle(c, Vector256.Create(2, 5, 0, 3, 6, 1, 4, 7));
        Blend3(a, c, b).StoreUnsafe(ref destination);
        Blend3(c, b, a).StoreUnsafe(ref destination, 8);
        Blend3(b, a, c).StoreUnsafe(ref destination, 16);
    }

    /// <summary>Lanes 0, 3, 6 of the first vector, 2, 5 of the second and 1, 4, 7 of the third.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Blend3(Vector256<float> x, Vector256<float> y, Vector256<float> z)
    {
        var fromY = Vector256.Create(0, 0, -1, 0, 0, -1, 0, 0).AsSingle();
        var fromZ = Vector256.Create(0, -1, 0, 0, -1, 0, 0, -1).AsSingle();
        return Vector256.ConditionalSelect(fromZ, z, Vector256.ConditionalSelect(fromY, y, x));
    }

    /// <summary>Transposes four times four lanes in each half of the vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose4(
        Vector256<float> w, Vector256<float> x, Vector256<float> y, Vector256<float> z, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d)
    {
        if (Avx.IsSupported)
        {
            var wxLow = Avx.UnpackLow(w, x).AsDouble();
            var wxHigh = Avx.UnpackHigh(w, x).AsDouble();
            var yzLow = Avx.UnpackLow(y, z).AsDouble();
            var yzHigh = Avx.UnpackHigh(y, z).AsDouble();
            a = Avx.UnpackLow(wxLow, yzLow).AsSingle();
            b = Avx.UnpackHigh(wxLow, yzLow).AsSingle();
            c = Avx.UnpackLow(wxHigh, yzHigh).AsSingle();
            d = Avx.UnpackHigh(wxHigh, yzHigh).AsSingle();
            return;
        }

        Transpose4(w.GetLower(), x.GetLower(), y.GetLower(), z.GetLower(), out var aLow, out var bLow, out var cLow, out var dLow);
        Transpose4(w.GetUpper(), x.GetUpper(), y.GetUpper(), z.GetUpper(), out var aHigh, out var bHigh, out var cHigh, out var dHigh);
        a = Vector256.Create(aLow, aHigh);
        b = Vector256.Create(bLow, bHigh);
        c = Vector256.Create(cLow, cHigh);
        d = Vector256.Create(dLow, dHigh);
    }
}
