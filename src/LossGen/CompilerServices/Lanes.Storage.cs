using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LossGen.Numerics;

namespace LossGen.CompilerServices;

/// <content>
/// Numbers of 16 bits in memory, of 32 in vectors. Integer arithmetic without branches: there are no instructions for it that every machine has.
/// Written for Vector256; the build derives the other widths.
/// </content>
public static partial class Lanes
{
    /// <summary>Loads numbers of <see cref="Half"/> or <see cref="BFloat16"/>. Every one is exact; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> WidenVector256<T>(ref T source, nuint offset = 0)
        where T : unmanaged
    {
        var bits = IntsVector256(ref Unsafe.As<T, short>(ref source), offset);
        return typeof(T) == typeof(Half) ? WidenHalves(bits) : (bits << 16).AsSingle();
    }

    /// <summary>Stores numbers as <see cref="Half"/> or <see cref="BFloat16"/>, rounded to the nearest, to an even fraction where two are as near; NaN stays NaN and becomes quiet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow<T>(Vector256<float> values, ref T destination, nuint offset = 0)
        where T : unmanaged =>
        StoreLow(typeof(T) == typeof(Half) ? HalfBits(values) : BFloat16Bits(values), ref Unsafe.As<T, short>(ref destination), offset);

    /// <summary>Widens whole vectors, from a place on.</summary>
    /// <returns>How many numbers are done.</returns>
    internal static int WidenAllVector256<T>(ref T source, ref float target, int done, int count)
        where T : unmanaged
    {
        for (; done + Vector256<float>.Count <= count; done += Vector256<float>.Count)
        {
            WidenVector256(ref source, (nuint)done).StoreUnsafe(ref target, (nuint)done);
        }

        return done;
    }

    /// <summary>Narrows whole vectors, from a place on.</summary>
    /// <returns>How many numbers are done.</returns>
    internal static int NarrowAllVector256<T>(ref float source, ref T target, int done, int count)
        where T : unmanaged
    {
        for (; done + Vector256<float>.Count <= count; done += Vector256<float>.Count)
        {
            Narrow(Vector256.LoadUnsafe(ref source, (nuint)done), ref target, (nuint)done);
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> WidenHalves(Vector256<int> halves)
    {
        // Sign, exponent and fraction in their places, with the exponent's bias of a half: a power of two makes up for it, for subnormal numbers too.
        var bits = (halves << HalfShift) & Vector256.Create(HalfMask);
        var largest = Vector256.Create(HalfExponent);
        bits |= Vector256.Equals(bits & largest, largest) & Vector256.Create(FloatInfinity);
        return bits.AsSingle() * Vector256.Create(HalfScale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> HalfBits(Vector256<float> values)
    {
        // What is added makes a half's last bit the float's: a power of two at the number's own exponent, or at the least normal one. What comes
        // out counts those bits; a carry out of the fraction raises the exponent, as it should. From 2¹⁶ on is infinity.
        var magnitude = Vector256.MinNative(Vector256.Create(HalfEnd), Vector256.Abs(values));
        var exponent = Vector256.Max(magnitude.AsInt32() & Vector256.Create(FloatInfinity), Vector256.Create(HalfLeastNormal));
        var power = exponent + Vector256.Create(HalfShift << FloatExponentShift);
        var count = (magnitude + power.AsSingle()).AsInt32() - power;
        var finite = count + ((exponent >>> HalfShift) - Vector256.Create(HalfLeastNormal >> HalfShift));
        var result = Vector256.ConditionalSelect(Vector256.Equals(values, values).AsInt32(), finite, Vector256.Create(HalfNaN));
        return result | ((values.AsInt32() >>> 16) & Vector256.Create(SignBit));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> BFloat16Bits(Vector256<float> values)
    {
        var bits = values.AsInt32();
        var upper = bits >>> 16;
        var rounded = (bits + Vector256.Create(BFloat16Rounding) + (upper & Vector256<int>.One)) >>> 16;
        return Vector256.ConditionalSelect(Vector256.Equals(values, values).AsInt32(), rounded, upper | Vector256.Create(BFloat16Quiet));
    }
}
