using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>Blocks of 4 and 2 rows of double.</content>
public static partial class Lanes
{
    /// <summary>Two neighbouring classes of 4 rows; the first class of row 0 is at <paramref name="start"/>, rows are <paramref name="stride"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load2x4(ref double source, nuint start, nuint stride, out Vector256<double> a, out Vector256<double> b)
    {
        var even = Vector256.Create(Vector128.LoadUnsafe(ref source, start), Vector128.LoadUnsafe(ref source, start + 2 * stride));
        var odd = Vector256.Create(Vector128.LoadUnsafe(ref source, start + stride), Vector128.LoadUnsafe(ref source, start + 3 * stride));
        a = ZipLow(even, odd);
        b = ZipHigh(even, odd);
    }

    /// <summary>The inverse of <see cref="Load2x4(ref double, nuint, nuint, out Vector256{double}, out Vector256{double})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store2x4(Vector256<double> a, Vector256<double> b, ref double destination, nuint start, nuint stride)
    {
        var even = ZipLow(a, b);
        var odd = ZipHigh(a, b);
        even.GetLower().StoreUnsafe(ref destination, start);
        odd.GetLower().StoreUnsafe(ref destination, start + stride);
        even.GetUpper().StoreUnsafe(ref destination, start + 2 * stride);
        odd.GetUpper().StoreUnsafe(ref destination, start + 3 * stride);
    }

    /// <summary>Two neighbouring classes of 2 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load2x2(ref double source, nuint start, nuint stride, out Vector128<double> a, out Vector128<double> b)
    {
        var first = Vector128.LoadUnsafe(ref source, start);
        var second = Vector128.LoadUnsafe(ref source, start + stride);
        a = ZipLow(first, second);
        b = ZipHigh(first, second);
    }

    /// <summary>The inverse of <see cref="Load2x2"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store2x2(Vector128<double> a, Vector128<double> b, ref double destination, nuint start, nuint stride)
    {
        ZipLow(a, b).StoreUnsafe(ref destination, start);
        ZipHigh(a, b).StoreUnsafe(ref destination, start + stride);
    }
}
