using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>Flags and bits of a mask, brought to lanes as wide as the logits; what is not 0 allows a class.</content>
public static partial class Lanes
{
    /// <summary>One logit, or −∞ where its flag is false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Allowed(float logit, ref bool mask, nuint offset) =>
        Unsafe.Add(ref Unsafe.As<bool, byte>(ref mask), offset) != 0 ? logit : float.NegativeInfinity;

    /// <inheritdoc cref="Allowed(float, ref bool, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Allowed(double logit, ref bool mask, nuint offset) =>
        Unsafe.Add(ref Unsafe.As<bool, byte>(ref mask), offset) != 0 ? logit : double.NegativeInfinity;

    /// <summary>One logit, or −∞ where its bit is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Allowed(float logit, ref ulong mask, nuint offset) =>
        AllowedBit(logit, ref Unsafe.Add(ref mask, offset >> 6), (int)(offset & 63));

    /// <inheritdoc cref="Allowed(float, ref ulong, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Allowed(double logit, ref ulong mask, nuint offset) =>
        AllowedBit(logit, ref Unsafe.Add(ref mask, offset >> 6), (int)(offset & 63));

    /// <summary>One logit, or −∞ where this bit of its word is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AllowedBit(float logit, ref ulong word, int bit) => ((word >> bit) & 1) != 0 ? logit : float.NegativeInfinity;

    /// <inheritdoc cref="AllowedBit(float, ref ulong, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double AllowedBit(double logit, ref ulong word, int bit) => ((word >> bit) & 1) != 0 ? logit : double.NegativeInfinity;

    /// <summary>The flags of all of up to 4 classes of 4 rows, a byte each, for float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> FlagsOf4(ref bool mask, int classes)
    {
        ref byte first = ref Unsafe.As<bool, byte>(ref mask);
        return Vector128.Create(
            FourFlags(ref first, classes),
            FourFlags(ref Unsafe.Add(ref first, classes), classes),
            FourFlags(ref Unsafe.Add(ref first, 2 * classes), classes),
            FourFlags(ref Unsafe.Add(ref first, 3 * classes), classes));
    }

    /// <summary>The same of 8 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> FlagsOf8(ref bool mask, int classes) =>
        Vector256.Create(FlagsOf4(ref mask, classes), FlagsOf4(ref Unsafe.Add(ref mask, 4 * classes), classes));

    /// <summary>The same of 16 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> FlagsOf16(ref bool mask, int classes) =>
        Vector512.Create(FlagsOf8(ref mask, classes), FlagsOf8(ref Unsafe.Add(ref mask, 8 * classes), classes));

    /// <summary>The flags of all of up to 4 classes of 2 rows, a byte each, for double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> LongFlagsOf2(ref bool mask, int classes)
    {
        ref byte first = ref Unsafe.As<bool, byte>(ref mask);
        return Vector128.Create((ulong)FourFlags(ref first, classes), FourFlags(ref Unsafe.Add(ref first, classes), classes));
    }

    /// <summary>The same of 4 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> LongFlagsOf4(ref bool mask, int classes) =>
        Vector256.Create(LongFlagsOf2(ref mask, classes), LongFlagsOf2(ref Unsafe.Add(ref mask, 2 * classes), classes));

    /// <summary>The same of 8 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> LongFlagsOf8(ref bool mask, int classes) =>
        Vector512.Create(LongFlagsOf4(ref mask, classes), LongFlagsOf4(ref Unsafe.Add(ref mask, 4 * classes), classes));

    /// <summary>The flags of a row of up to 4 classes: nothing beyond the row is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FourFlags(ref byte first, int classes) => classes switch
    {
        1 => first,
        2 => Unsafe.ReadUnaligned<ushort>(ref first),
        3 => Unsafe.ReadUnaligned<ushort>(ref first) | ((uint)Unsafe.Add(ref first, 2) << 16),
        _ => Unsafe.ReadUnaligned<uint>(ref first),
    };

    /// <summary>
    /// The bits of neighbouring classes, as many as lanes: from one word, or from two where a row's last vector overlaps the one before.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong BitsFrom(ref ulong mask, nuint offset, int lanes)
    {
        if (lanes >= 8 && BitConverter.IsLittleEndian && (offset & ((nuint)lanes - 1)) == 0)
        {
            // Whole bytes, in all vectors but such a last one.
            ref byte bytes = ref Unsafe.Add(ref Unsafe.As<ulong, byte>(ref mask), offset >> 3);
            return lanes == 16 ? Unsafe.ReadUnaligned<ushort>(ref bytes) : bytes;
        }

        ref ulong word = ref Unsafe.Add(ref mask, offset >> 6);
        int shift = (int)(offset & 63);
        ulong bits = word >> shift;
        return shift > 64 - lanes ? bits | (Unsafe.Add(ref word, 1) << (64 - shift)) : bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> FlagsVector128(ref byte flags)
    {
        var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref flags)).AsByte();
        return Sse41.IsSupported ? Sse41.ConvertToVector128Int32(bytes).AsUInt32() : Vector128.WidenLower(Vector128.WidenLower(bytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> FlagsVector256(ref byte flags)
    {
        var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref flags)).AsByte();
        return Avx2.IsSupported
            ? Avx2.ConvertToVector256Int32(bytes).AsUInt32()
            : Vector256.Create(Vector128.WidenLower(Vector128.WidenLower(bytes)), Vector128.WidenUpper(Vector128.WidenLower(bytes)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> FlagsVector512(ref byte flags)
    {
        var bytes = Vector128.LoadUnsafe(ref flags);
        return Avx512F.IsSupported
            ? Avx512F.ConvertToVector512UInt32(bytes)
            : Vector512.Create(FlagsVector256(ref flags), FlagsVector256(ref Unsafe.Add(ref flags, 8)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> LongFlagsVector128(ref byte flags) => Vector128.Create(flags, (ulong)Unsafe.Add(ref flags, 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> LongFlagsVector256(ref byte flags)
    {
        var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref flags)).AsByte();
        return Avx2.IsSupported
            ? Avx2.ConvertToVector256Int64(bytes).AsUInt64()
            : Vector256.Create(LongFlagsVector128(ref flags), LongFlagsVector128(ref Unsafe.Add(ref flags, 2)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> LongFlagsVector512(ref byte flags)
    {
        var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref flags)).AsByte();
        return Avx512F.IsSupported
            ? Avx512F.ConvertToVector512UInt64(bytes)
            : Vector512.Create(LongFlagsVector256(ref flags), LongFlagsVector256(ref Unsafe.Add(ref flags, 4)));
    }
}
