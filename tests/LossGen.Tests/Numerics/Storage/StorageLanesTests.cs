using System;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.CompilerServices;
using LossGen.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Numerics.Storage;

/// <summary>Vectors of 16-bit numbers against the conversions of one number.</summary>
public class StorageLanesTests
{
    // Prime, so that all bits of the fractions and all roundings occur.
    private const uint Step = 257;

    private const int Block = 1 << 12;

    public static TheoryData<int> Widths => [0, 128, 256, 512];

    private static ushort[] AllBits => [.. Enumerable.Range(0, ushort.MaxValue + 1).Select(bits => (ushort)bits)];

    [Theory, MemberData(nameof(Widths))]
    public void All_halves_widen_as_one_does(int width) => AllWiden<Half>(width, half => (float)half);

    [Theory, MemberData(nameof(Widths))]
    public void All_bfloats_widen_as_one_does(int width) => AllWiden<BFloat16>(width, number => (float)number);

    [Theory, MemberData(nameof(Widths))]
    public void Halves_narrow_as_one_does(int width) => AllNarrow(width, value => (Half)value);

    [Theory, MemberData(nameof(Widths))]
    public void Bfloats_narrow_as_one_does(int width) => AllNarrow(width, value => (BFloat16)value);

    [Fact]
    public void Half_of_the_runtime_rounds_to_nearest_even()
    {
        // The reference for the vectors, itself checked by exact midpoints in double.
        for (int bits = 0; bits < 0x7C00; bits++)
        {
            double low = (double)BitConverter.Int16BitsToHalf((short)bits);
            double high = bits + 1 == 0x7C00 ? 65536 : (double)BitConverter.Int16BitsToHalf((short)(bits + 1));
            float middle = (float)((low + high) / 2);
            BitConverter.HalfToInt16Bits((Half)middle).ShouldBe((short)(bits + (bits & 1)));
            BitConverter.HalfToInt16Bits((Half)MathF.BitDecrement(middle)).ShouldBe((short)bits);
            BitConverter.HalfToInt16Bits((Half)MathF.BitIncrement(middle)).ShouldBe((short)(bits + 1));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(100)]
    public void A_block_is_widened_and_narrowed_as_far_as_it_reaches(int left)
    {
        Blocks<Half>(left, value => (Half)value);
        Blocks<BFloat16>(left, value => (BFloat16)value);
    }

    private static void Blocks<T>(int left, Func<float, T> narrow)
        where T : unmanaged
    {
        T[] source = [.. Enumerable.Range(1, 100).Select(i => narrow(i))];
        float[] block = [.. Enumerable.Repeat(float.NaN, 64)];
        Tail.Widen(ref source[0], left, block);
        block.ShouldBe(Enumerable.Range(1, 64).Select(i => i <= left ? i : 0f));

        T[] written = new T[100];
        Tail.Narrow(block, left, ref written[0]);
        written.ShouldBe(Enumerable.Range(1, 100).Select(i => narrow(i <= Math.Min(left, 64) ? i : 0)));
    }

    private static void AllWiden<T>(int width, Func<T, float> reference)
        where T : unmanaged
    {
        T[] source = MemoryMarshal.Cast<ushort, T>(AllBits).ToArray();
        float[] widened = new float[source.Length];
        for (int i = 0; i < source.Length; i += LanesOf(width))
        {
            Widen(width, ref source[i], widened.AsSpan(i));
        }

        Same(widened.Select(BitConverter.SingleToUInt32Bits), source.Select(value => BitConverter.SingleToUInt32Bits(reference(value))));
    }

    private static void AllNarrow<T>(int width, Func<float, T> reference)
        where T : unmanaged
    {
        float[] values = Around<T>();
        Check(values);
        float[] block = new float[Block];
        for (ulong start = 0; start <= uint.MaxValue; start += (ulong)Step * Block)
        {
            for (int i = 0; i < Block; i++)
            {
                block[i] = BitConverter.UInt32BitsToSingle((uint)Math.Min(start + ((ulong)i * Step), uint.MaxValue));
            }

            Check(block);
        }

        void Check(float[] input)
        {
            T[] narrowed = new T[input.Length], expected = [.. input.Select(reference)];
            for (int i = 0; i < input.Length; i += LanesOf(width))
            {
                Narrow(width, input.AsSpan(i), ref narrowed[i]);
            }

            if (!MemoryMarshal.AsBytes<T>(narrowed).SequenceEqual(MemoryMarshal.AsBytes<T>(expected)))
            {
                Same(Bits(narrowed), Bits(expected));
            }
        }

        static uint[] Bits(T[] numbers) => [.. MemoryMarshal.Cast<T, ushort>(numbers).ToArray().Select(Canonical)];

        // Of a NaN, its sign and whether it is quiet.
        static uint Canonical(ushort bits)
        {
            (int infinity, int quiet) = typeof(T) == typeof(Half) ? (0x7C00, 0x7E00) : (0x7F80, 0x7FC0);
            return (bits & 0x7FFF) > infinity ? (uint)(bits & (0x8000 | quiet)) : bits;
        }
    }

    /// <summary>All numbers of the type, the middles between neighbours, and the floats next to both; padded to whole vectors.</summary>
    private static float[] Around<T>()
        where T : unmanaged
    {
        T[] numbers = MemoryMarshal.Cast<ushort, T>(AllBits).ToArray();
        float[] exact = [.. numbers.Select(value => typeof(T) == typeof(Half) ? (float)(Half)(object)value : (float)(BFloat16)(object)value)];
        var middles = exact.Zip(exact.Skip(1), (a, b) => (float)(((double)a + b) / 2)).Append(0);
        float[] centres = [.. exact, .. middles];
        return [.. centres, .. centres.Select(MathF.BitIncrement), .. centres.Select(MathF.BitDecrement)];
    }

    private static void Same(System.Collections.Generic.IEnumerable<uint> actual, System.Collections.Generic.IEnumerable<uint> expected)
    {
        foreach (var (a, e) in actual.Zip(expected).Where(pair => pair.First != pair.Second))
        {
            a.ToString("x8", CultureInfo.InvariantCulture).ShouldBe(e.ToString("x8", CultureInfo.InvariantCulture));
        }
    }

    private static int LanesOf(int width) => Math.Max(1, width / 32);

    private static void Widen<T>(int width, ref T source, Span<float> destination)
        where T : unmanaged
    {
        switch (width)
        {
            case 0:
                destination[0] = LossGen.CompilerServices.Lanes.Widen(source);
                break;
            case 128:
                LossGen.CompilerServices.Lanes.WidenVector128(ref source).CopyTo(destination);
                break;
            case 256:
                LossGen.CompilerServices.Lanes.WidenVector256(ref source).CopyTo(destination);
                break;
            default:
                LossGen.CompilerServices.Lanes.WidenVector512(ref source).CopyTo(destination);
                break;
        }
    }

    private static void Narrow<T>(int width, ReadOnlySpan<float> source, ref T destination)
        where T : unmanaged
    {
        switch (width)
        {
            case 0:
                destination = LossGen.CompilerServices.Lanes.Narrow<T>(source[0]);
                break;
            case 128:
                LossGen.CompilerServices.Lanes.Narrow(Vector128.Create(source), ref destination);
                break;
            case 256:
                LossGen.CompilerServices.Lanes.Narrow(Vector256.Create(source), ref destination);
                break;
            default:
                LossGen.CompilerServices.Lanes.Narrow(Vector512.Create(source), ref destination);
                break;
        }
    }
}
