using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <content>Blocks of 16 rows of float and 8 of double: two blocks of half the width. Vectors are halved in place before their lanes are combined.</content>
public static partial class Lanes
{
    /// <summary>Four neighbouring classes of 16 rows; the first class of row 0 is at <paramref name="start"/>, rows are <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> A, Vector512<float> B, Vector512<float> C, Vector512<float> D) Load4x16(ref float source, nuint start, nuint stride)
    {
        var (a, b, c, d) = Load4x8(ref source, start, stride);
        var (e, f, g, h) = Load4x8(ref source, start + 8 * stride, stride);
        return (Vector512.Create(a, e), Vector512.Create(b, f), Vector512.Create(c, g), Vector512.Create(d, h));
    }

    /// <summary>The inverse of <see cref="Load4x16"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store4x16(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float destination, nuint start, nuint stride)
    {
        Store4x8(a.GetLower(), b.GetLower(), c.GetLower(), d.GetLower(), ref destination, start, stride);
        Store4x8(a.GetUpper(), b.GetUpper(), c.GetUpper(), d.GetUpper(), ref destination, start + 8 * stride, stride);
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
    public static (Vector512<double> A, Vector512<double> B) Load2x8(ref double source, nuint start, nuint stride)
    {
        var (a, b) = Load2x4(ref source, start, stride);
        var (c, d) = Load2x4(ref source, start + 4 * stride, stride);
        return (Vector512.Create(a, c), Vector512.Create(b, d));
    }

    /// <summary>The inverse of <see cref="Load2x8(ref double, nuint, nuint)"/>.</summary>
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

    /// <summary>The sums of 16 vectors of 16 lanes. The vectors' memory is used for the work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SumOfEach16(ref float vectors)
    {
        for (nuint i = 0; i < 16; i++)
        {
            var low = Vector256.LoadUnsafe(ref vectors, i * 16);
            var high = Vector256.LoadUnsafe(ref vectors, (i * 16) + 8);
            (low + high).StoreUnsafe(ref vectors, i * 8);
        }

        return Vector512.Create(SumOfEach8(ref vectors), SumOfEach8(ref Unsafe.Add(ref vectors, 64)));
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

    /// <summary>The maxima of 16 vectors of 16 lanes. The vectors' memory is used for the work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MaxOfEach16(ref float vectors)
    {
        for (nuint i = 0; i < 16; i++)
        {
            var low = Vector256.LoadUnsafe(ref vectors, i * 16);
            var high = Vector256.LoadUnsafe(ref vectors, (i * 16) + 8);
            Vector256.MaxNative(low, high).StoreUnsafe(ref vectors, i * 8);
        }

        return Vector512.Create(MaxOfEach8(ref vectors), MaxOfEach8(ref Unsafe.Add(ref vectors, 64)));
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

    /// <summary>The minima of 16 vectors of 16 lanes. The vectors' memory is used for the work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MinOfEach16(ref float vectors)
    {
        for (nuint i = 0; i < 16; i++)
        {
            var low = Vector256.LoadUnsafe(ref vectors, i * 16);
            var high = Vector256.LoadUnsafe(ref vectors, (i * 16) + 8);
            Vector256.MinNative(low, high).StoreUnsafe(ref vectors, i * 8);
        }

        return Vector512.Create(MinOfEach8(ref vectors), MinOfEach8(ref Unsafe.Add(ref vectors, 64)));
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

    /// <summary>The sums of 16 vectors of 16 lanes without one of the largest terms each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OthersOfEach16(ref float sums, ref float tops)
    {
        for (nuint i = 0; i < 16; i++)
        {
            var sum = Vector256.LoadUnsafe(ref sums, i * 16);
            var top = Vector256.LoadUnsafe(ref tops, i * 16);
            Join(ref sum, ref top, Vector256.LoadUnsafe(ref sums, (i * 16) + 8), Vector256.LoadUnsafe(ref tops, (i * 16) + 8));
            sum.StoreUnsafe(ref sums, i * 8);
            top.StoreUnsafe(ref tops, i * 8);
        }

        return Vector512.Create(
            OthersOfEach8(ref sums, ref tops),
            OthersOfEach8(ref Unsafe.Add(ref sums, 64), ref Unsafe.Add(ref tops, 64)));
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
}
