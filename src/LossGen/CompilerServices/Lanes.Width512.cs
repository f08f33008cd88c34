using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>Blocks of 16 rows of float and 8 of double.</content>
public static partial class Lanes
{
    /// <summary>Four neighbouring classes of 16 rows; the first class of row 0 is at <paramref name="start"/>, rows are <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load4x16(ref float source, nuint start, nuint stride, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d)
    {
        source = ref Unsafe.Add(ref source, start);
        var w = FourRows(ref source, stride);
        var x = FourRows(ref Unsafe.Add(ref source, stride), stride);
        var y = FourRows(ref Unsafe.Add(ref source, 2 * stride), stride);
        var z = FourRows(ref Unsafe.Add(ref source, 3 * stride), stride);
        Transpose4(w, x, y, z, out a, out b, out c, out d);
    }

    /// <summary>The inverse of <see cref="Load4x16"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store4x16(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float destination, nuint start, nuint stride)
    {
        destination = ref Unsafe.Add(ref destination, start);
        Transpose4(a, b, c, d, out a, out b, out c, out d);
        StoreFourRows(a, ref destination, stride);
        StoreFourRows(b, ref Unsafe.Add(ref destination, stride), stride);
        StoreFourRows(c, ref Unsafe.Add(ref destination, 2 * stride), stride);
        StoreFourRows(d, ref Unsafe.Add(ref destination, 3 * stride), stride);
    }

    /// <summary>Four classes of the rows 0, 4, 8 and 12.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FourRows(ref float source, nuint stride) => Vector512.Create(
        Vector256.Create(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, 4 * stride)),
        Vector256.Create(Vector128.LoadUnsafe(ref source, 8 * stride), Vector128.LoadUnsafe(ref source, 12 * stride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFourRows(Vector512<float> rows, ref float destination, nuint stride)
    {
        rows.GetLower().GetLower().StoreUnsafe(ref destination);
        if (Avx512F.IsSupported)
        {
            Avx512F.ExtractVector128(rows, 1).StoreUnsafe(ref destination, 4 * stride);
            Avx512F.ExtractVector128(rows, 2).StoreUnsafe(ref destination, 8 * stride);
            Avx512F.ExtractVector128(rows, 3).StoreUnsafe(ref destination, 12 * stride);
            return;
        }

        rows.GetLower().GetUpper().StoreUnsafe(ref destination, 4 * stride);
        rows.GetUpper().GetLower().StoreUnsafe(ref destination, 8 * stride);
        rows.GetUpper().GetUpper().StoreUnsafe(ref destination, 12 * stride);
    }

    /// <summary>Transposes four times four lanes in each quarter of the vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose4(
        Vector512<float> w, Vector512<float> x, Vector512<float> y, Vector512<float> z, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c, out Vector512<float> d)
    {
        if (Avx512F.IsSupported)
        {
            var wxLow = Avx512F.UnpackLow(w, x).AsDouble();
            var wxHigh = Avx512F.UnpackHigh(w, x).AsDouble();
            var yzLow = Avx512F.UnpackLow(y, z).AsDouble();
            var yzHigh = Avx512F.UnpackHigh(y, z).AsDouble();
            a = Avx512F.UnpackLow(wxLow, yzLow).AsSingle();
            b = Avx512F.UnpackHigh(wxLow, yzLow).AsSingle();
            c = Avx512F.UnpackLow(wxHigh, yzHigh).AsSingle();
            d = Avx512F.UnpackHigh(wxHigh, yzHigh).AsSingle();
            return;
        }

        Transpose4(w.GetLower(), x.GetLower(), y.GetLower(), z.GetLower(), out var aLow, out var bLow, out var cLow, out var dLow);
        Transpose4(w.GetUpper(), x.GetUpper(), y.GetUpper(), z.GetUpper(), out var aHigh, out var bHigh, out var cHigh, out var dHigh);
        a = Vector512.Create(aLow, aHigh);
        b = Vector512.Create(bLow, bHigh);
        c = Vector512.Create(cLow, cHigh);
        d = Vector512.Create(dLow, dHigh);
    }

    /// <summary>16 rows of two classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> A, Vector512<float> B) Load2x16(ref float source)
    {
        var (a, b) = Load2x8(ref source);
        var (c, d) = Load2x8(ref Unsafe.Add(ref source, 16));
        return (Vector512.Create(a, c), Vector512.Create(b, d));
    }

    /// <summary>The inverse of <see cref="Load2x16"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store2x16(Vector512<float> a, Vector512<float> b, ref float destination)
    {
        Store2x8(a.GetLower(), b.GetLower(), ref destination);
        Store2x8(a.GetUpper(), b.GetUpper(), ref Unsafe.Add(ref destination, 16));
    }

    /// <summary>16 rows of three classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> A, Vector512<float> B, Vector512<float> C) Load3x16(ref float source)
    {
        var (a, b, c) = Load3x8(ref source);
        var (d, e, f) = Load3x8(ref Unsafe.Add(ref source, 24));
        return (Vector512.Create(a, d), Vector512.Create(b, e), Vector512.Create(c, f));
    }

    /// <summary>The inverse of <see cref="Load3x16"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store3x16(Vector512<float> a, Vector512<float> b, Vector512<float> c, ref float destination)
    {
        Store3x8(a.GetLower(), b.GetLower(), c.GetLower(), ref destination);
        Store3x8(a.GetUpper(), b.GetUpper(), c.GetUpper(), ref Unsafe.Add(ref destination, 24));
    }

    /// <summary>Two neighbouring classes of 8 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load2x8(ref double source, nuint start, nuint stride, out Vector512<double> a, out Vector512<double> b)
    {
        Load2x4(ref source, start, stride, out var aLow, out var bLow);
        Load2x4(ref source, start + 4 * stride, stride, out var aHigh, out var bHigh);
        a = Vector512.Create(aLow, aHigh);
        b = Vector512.Create(bLow, bHigh);
    }

    /// <summary>The inverse of <see cref="Load2x8(ref double, nuint, nuint, out Vector512{double}, out Vector512{double})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store2x8(Vector512<double> a, Vector512<double> b, ref double destination, nuint start, nuint stride)
    {
        Store2x4(a.GetLower(), b.GetLower(), ref destination, start, stride);
        Store2x4(a.GetUpper(), b.GetUpper(), ref destination, start + 4 * stride, stride);
    }

    /// <summary>The class indices of 16 rows, for float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Targets16<TTarget>(ref TTarget targets)
        where TTarget : unmanaged => Vector512.Create(Targets8(ref targets), Targets8(ref Unsafe.Add(ref targets, 8)));

    /// <summary>The class indices of 8 rows, for double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LongTargets8<TTarget>(ref TTarget targets)
        where TTarget : unmanaged => Vector512.Create(LongTargets4(ref targets), LongTargets4(ref Unsafe.Add(ref targets, 4)));

    /// <inheritdoc cref="StoreIndices(Vector256{float}, ref int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector512<float> indices, ref int destination) => Vector512.ConvertToInt32(indices).StoreUnsafe(ref destination);

    /// <inheritdoc cref="StoreIndices(Vector256{float}, ref int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndices(Vector512<double> indices, ref int destination)
    {
        StoreIndices(indices.GetLower(), ref destination);
        StoreIndices(indices.GetUpper(), ref Unsafe.Add(ref destination, 4));
    }

    /// <summary>The sums of 8 vectors of 8 lanes. The vectors' memory is used for the work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SumOfEach8(ref double vectors)
    {
        for (nuint i = 0; i < 8; i++)
        {
            var low = Vector256.LoadUnsafe(ref vectors, i * 8);
            var high = Vector256.LoadUnsafe(ref vectors, (i * 8) + 4);
            (low + high).StoreUnsafe(ref vectors, i * 4);
        }

        return Vector512.Create(SumOfEach4(ref vectors), SumOfEach4(ref Unsafe.Add(ref vectors, 16)));
    }

    /// <summary>The maxima of 8 vectors of 8 lanes. The vectors' memory is used for the work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MaxOfEach8(ref double vectors)
    {
        for (nuint i = 0; i < 8; i++)
        {
            var low = Vector256.LoadUnsafe(ref vectors, i * 8);
            var high = Vector256.LoadUnsafe(ref vectors, (i * 8) + 4);
            Vector256.MaxNative(low, high).StoreUnsafe(ref vectors, i * 4);
        }

        return Vector512.Create(MaxOfEach4(ref vectors), MaxOfEach4(ref Unsafe.Add(ref vectors, 16)));
    }

    /// <summary>The minima of 8 vectors of 8 lanes. The vectors' memory is used for the work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MinOfEach8(ref double vectors)
    {
        for (nuint i = 0; i < 8; i++)
        {
            var low = Vector256.LoadUnsafe(ref vectors, i * 8);
            var high = Vector256.LoadUnsafe(ref vectors, (i * 8) + 4);
            Vector256.MinNative(low, high).StoreUnsafe(ref vectors, i * 4);
        }

        return Vector512.Create(MinOfEach4(ref vectors), MinOfEach4(ref Unsafe.Add(ref vectors, 16)));
    }

    /// <summary>The sums of 8 vectors of 8 lanes without one of the largest terms each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OthersOfEach8(ref double sums, ref double tops)
    {
        for (nuint i = 0; i < 8; i++)
        {
            var sum = Vector256.LoadUnsafe(ref sums, i * 8);
            var top = Vector256.LoadUnsafe(ref tops, i * 8);
            Join(ref sum, ref top, Vector256.LoadUnsafe(ref sums, (i * 8) + 4), Vector256.LoadUnsafe(ref tops, (i * 8) + 4));
            sum.StoreUnsafe(ref sums, i * 4);
            top.StoreUnsafe(ref tops, i * 4);
        }

        return Vector512.Create(
            OthersOfEach4(ref sums, ref tops),
            OthersOfEach4(ref Unsafe.Add(ref sums, 16), ref Unsafe.Add(ref tops, 16)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(ref Vector512<double> sum, ref Vector512<double> top, Vector512<double> otherSum, Vector512<double> otherTop)
    {
        sum = (sum + otherSum) + Vector512.MinNative(otherTop, top);
        top = Vector512.MaxNative(top, otherTop);
    }
}
