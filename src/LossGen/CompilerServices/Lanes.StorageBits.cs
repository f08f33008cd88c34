using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LossGen.Numerics;

namespace LossGen.CompilerServices;

/// <content>The 16 bits of a number in memory and the 32 of a lane, and what the formats have where.</content>
public static partial class Lanes
{
    /// <summary>From the fraction of a half to that of a float.</summary>
    private const int HalfShift = 13;

    /// <summary>The sign of a half, and its other bits where a float has the lower ones of its exponent and the upper ones of its fraction.</summary>
    private const int HalfMask = unchecked((int)0x8FFFE000);

    /// <summary>The exponent of a half, there.</summary>
    private const int HalfExponent = 0x0F800000;

    /// <summary>2¹¹²: the exponents' biases are 127 and 15.</summary>
    private const float HalfScale = 5192296858534827628530496329220096f;

    private const int FloatInfinity = 0x7F800000;

    private const int FloatExponentShift = 23;

    /// <summary>2⁻¹⁴ as a float: what is less is subnormal as a half.</summary>
    private const int HalfLeastNormal = 113 << FloatExponentShift;

    /// <summary>What comes after the largest half, and rounds to infinity.</summary>
    private const float HalfEnd = 65536;

    private const int HalfNaN = 0x7E00;

    private const int SignBit = 0x8000;

    /// <summary>Almost half a unit of the fraction.</summary>
    private const int BFloat16Rounding = 0x7FFF;

    private const int BFloat16Quiet = 0x0040;

    /// <summary>A number of <see cref="Half"/> or <see cref="BFloat16"/>, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Widen<T>(T value)
        where T : unmanaged => typeof(T) == typeof(Half) ? (float)(Half)(object)value : (float)(BFloat16)(object)value;

    /// <summary>The nearest <see cref="Half"/> or <see cref="BFloat16"/>; of two that are as near the one with an even fraction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Narrow<T>(float value)
        where T : unmanaged => typeof(T) == typeof(Half) ? (T)(object)(Half)value : (T)(object)(BFloat16)value;

    /// <summary>Neighbouring numbers, one per lane, with their signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> IntsVector128(ref short source, nuint offset) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref source, offset)))).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> IntsVector256(ref short source, nuint offset) =>
        Vector256.WidenLower(Vector128.LoadUnsafe(ref source, offset).ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> IntsVector512(ref short source, nuint offset) =>
        Vector512.WidenLower(Vector256.LoadUnsafe(ref source, offset).ToVector512Unsafe());

    /// <summary>Stores the lower 16 bits of every lane; the upper ones are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLow(Vector128<int> values, ref short destination, nuint offset)
    {
        var low = Avx512F.VL.IsSupported ? Avx512F.VL.ConvertToVector128Int16(values) : Pack(values, values);
        Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref destination, offset)), low.AsInt64().ToScalar());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLow(Vector256<int> values, ref short destination, nuint offset)
    {
        var low = Avx512F.VL.IsSupported ? Avx512F.VL.ConvertToVector128Int16(values) : Pack(values.GetLower(), values.GetUpper());
        low.StoreUnsafe(ref destination, offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLow(Vector512<int> values, ref short destination, nuint offset)
    {
        var low = Avx512F.IsSupported ? Avx512F.ConvertToVector256Int16(values) : Vector256.Narrow(values.GetLower(), values.GetUpper());
        low.StoreUnsafe(ref destination, offset);
    }

    // What fits is the same with saturation, which needs no masks before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Pack(Vector128<int> lower, Vector128<int> upper) =>
        Sse41.IsSupported ? Sse41.PackUnsignedSaturate(lower, upper).AsInt16() : Vector128.Narrow(lower, upper);
}
