using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>
/// The flags of 16 neighbouring classes of a block of rows, transposed like logits: each vector holds four classes, a byte each, and its
/// lanes
/// are the rows. 16 bytes of every row are read, so that much must lie behind the block.
/// </content>
public static partial class Lanes
{
    /// <summary>Of 4 rows, for float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FlagsOf4(
        ref bool mask,
        nuint start,
        nuint stride,
        out Vector128<uint> a,
        out Vector128<uint> b,
        out Vector128<uint> c,
        out Vector128<uint> d)
    {
        ref byte first = ref Unsafe.Add(ref Unsafe.As<bool, byte>(ref mask), start);
        Transpose4(
            SixteenFlags(ref first, 0),
            SixteenFlags(ref first, stride),
            SixteenFlags(ref first, 2 * stride),
            SixteenFlags(ref first, 3 * stride),
            out var w,
            out var x,
            out var y,
            out var z);
        (a, b, c, d) = (w.AsUInt32(), x.AsUInt32(), y.AsUInt32(), z.AsUInt32());
    }

    /// <summary>Of 8 rows, for float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FlagsOf8(
        ref bool mask,
        nuint start,
        nuint stride,
        out Vector256<uint> a,
        out Vector256<uint> b,
        out Vector256<uint> c,
        out Vector256<uint> d)
    {
        ref byte first = ref Unsafe.Add(ref Unsafe.As<bool, byte>(ref mask), start);
        Transpose4(
            FlagsOfTwo(ref first, stride),
            FlagsOfTwo(ref Unsafe.Add(ref first, stride), stride),
            FlagsOfTwo(ref Unsafe.Add(ref first, 2 * stride), stride),
            FlagsOfTwo(ref Unsafe.Add(ref first, 3 * stride), stride),
            out var w,
            out var x,
            out var y,
            out var z);
        (a, b, c, d) = (w.AsUInt32(), x.AsUInt32(), y.AsUInt32(), z.AsUInt32());
    }

    /// <summary>Of 16 rows, for float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FlagsOf16(
        ref bool mask,
        nuint start,
        nuint stride,
        out Vector512<uint> a,
        out Vector512<uint> b,
        out Vector512<uint> c,
        out Vector512<uint> d)
    {
        ref byte first = ref Unsafe.Add(ref Unsafe.As<bool, byte>(ref mask), start);
        Transpose4(
            FlagsOfFour(ref first, stride),
            FlagsOfFour(ref Unsafe.Add(ref first, stride), stride),
            FlagsOfFour(ref Unsafe.Add(ref first, 2 * stride), stride),
            FlagsOfFour(ref Unsafe.Add(ref first, 3 * stride), stride),
            out var w,
            out var x,
            out var y,
            out var z);
        (a, b, c, d) = (w.AsUInt32(), x.AsUInt32(), y.AsUInt32(), z.AsUInt32());
    }

    /// <summary>Of 2 rows, for double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LongFlagsOf2(
        ref bool mask,
        nuint start,
        nuint stride,
        out Vector128<ulong> a,
        out Vector128<ulong> b,
        out Vector128<ulong> c,
        out Vector128<ulong> d)
    {
        ref byte first = ref Unsafe.Add(ref Unsafe.As<bool, byte>(ref mask), start);
        var (one, other) = (SixteenFlags(ref first, 0), SixteenFlags(ref first, stride));
        var (low, high) = (ZipLow(one, other).AsUInt32(), ZipHigh(one, other).AsUInt32());
        (a, b, c, d) = (Vector128.WidenLower(low), Vector128.WidenUpper(low), Vector128.WidenLower(high), Vector128.WidenUpper(high));
    }

    /// <summary>Of 4 rows, for double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LongFlagsOf4(
        ref bool mask,
        nuint start,
        nuint stride,
        out Vector256<ulong> a,
        out Vector256<ulong> b,
        out Vector256<ulong> c,
        out Vector256<ulong> d)
    {
        FlagsOf4(ref mask, start, stride, out var w, out var x, out var y, out var z);
        (a, b, c, d) = (Wide(w), Wide(x), Wide(y), Wide(z));
    }

    /// <summary>Of 8 rows, for double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LongFlagsOf8(
        ref bool mask,
        nuint start,
        nuint stride,
        out Vector512<ulong> a,
        out Vector512<ulong> b,
        out Vector512<ulong> c,
        out Vector512<ulong> d)
    {
        FlagsOf8(ref mask, start, stride, out var w, out var x, out var y, out var z);
        (a, b, c, d) = (Wide(w), Wide(x), Wide(y), Wide(z));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Wide(Vector128<uint> flags) =>
        Vector256.Create(Vector128.WidenLower(flags), Vector128.WidenUpper(flags));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Wide(Vector256<uint> flags) =>
        Vector512.Create(Vector256.WidenLower(flags), Vector256.WidenUpper(flags));

    /// <summary>16 bytes of one row; as numbers, which is what the transposes move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> SixteenFlags(ref byte first, nuint offset) => Vector128.LoadUnsafe(ref first, offset).AsSingle();

    /// <summary>Of the rows 0 and 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> FlagsOfTwo(ref byte first, nuint stride) =>
        Vector256.Create(SixteenFlags(ref first, 0), SixteenFlags(ref first, 4 * stride));

    /// <summary>Of the rows 0, 4, 8 and 12.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FlagsOfFour(ref byte first, nuint stride) =>
        Vector512.Create(FlagsOfTwo(ref first, stride), FlagsOfTwo(ref Unsafe.Add(ref first, 8 * stride), stride));
}
