using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>Yes-or-no labels as bits, the lowest for the first element.</content>
public static partial class Lanes
{
    /// <summary>Neighbouring labels of one row; anything but 0 is a yes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits<TLabel>(ref TLabel labels, int count, nuint offset)
        where TLabel : unmanaged
    {
        ref byte first = ref Unsafe.Add(ref Unsafe.As<TLabel, byte>(ref labels), offset);
        return count switch
        {
            16 => Set(Vector128.LoadUnsafe(ref first)),
            8 => Set(Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref first)).AsByte()),
            4 => Set(Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(ref first)).AsByte()),
            _ => StridedBits(ref first, count, 0, 1),
        };
    }

    /// <summary>Neighbouring labels of one row, all of which are in a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint MaskBits(ulong mask, nuint offset) => unchecked((uint)(mask >> (int)offset));

    /// <summary>Neighbouring labels of one row, whose bits are in words of 64. They may begin in one word and end in the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint WordsBits(ref ulong words, int count, nuint offset)
    {
        const int Word = 64;
        nuint word = offset / Word;
        int first = (int)(offset % Word);
        ulong bits = Unsafe.Add(ref words, word) >> first;
        if (first + count > Word)
        {
            bits |= Unsafe.Add(ref words, word + 1) << (Word - first);
        }

        return unchecked((uint)bits);
    }

    /// <summary>One label of neighbouring rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint StridedBits<TLabel>(ref TLabel labels, int rows, int label, int stride)
        where TLabel : unmanaged
    {
        if (stride == 1 && rows > 2)
        {
            return Bits(ref labels, rows, (nuint)label);
        }

        ref byte first = ref Unsafe.Add(ref Unsafe.As<TLabel, byte>(ref labels), label);
        uint bits = 0;
        for (int row = 0; row < rows; row++)
        {
            bits |= Unsafe.Add(ref first, row * stride) != 0 ? 1u << row : 0;
        }

        return bits;
    }

    /// <summary>One label of neighbouring rows, each of which has all its labels in a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint MasksBits(ref ulong masks, int rows, int label)
    {
        uint bits = 0;
        for (int row = 0; row < rows; row++)
        {
            bits |= (uint)((Unsafe.Add(ref masks, row) >> label) & 1) << row;
        }

        return bits;
    }

    private static ReadOnlySpan<uint> BitOfLane => [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768];

    private static ReadOnlySpan<ulong> BitOfLongLane => [1, 2, 4, 8, 16, 32, 64, 128];

    private static uint Set(Vector128<byte> labels) => ~Vector128.Equals(labels, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xffff;
}
