using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>Logits of classes that a mask excludes become −∞. Written for Vector256; the build derives the other widths.</content>
public static partial class Lanes
{
    /// <summary>Neighbouring logits, each −∞ where its flag is false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Allowed(Vector256<float> logits, ref bool mask, nuint offset) =>
        UnlessZero(logits, FlagsVector256(ref Unsafe.Add(ref Unsafe.As<bool, byte>(ref mask), offset)));

    /// <inheritdoc cref="Allowed(Vector256{float}, ref bool, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Allowed(Vector256<double> logits, ref bool mask, nuint offset) =>
        UnlessZero(logits, LongFlagsVector256(ref Unsafe.Add(ref Unsafe.As<bool, byte>(ref mask), offset)));

    /// <summary>Neighbouring logits, each −∞ where its bit is 0; bit k % 64 of word k / 64 is that of class k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Allowed(Vector256<float> logits, ref ulong mask, nuint offset)
    {
        var powers = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(BitOfLane));
        return UnlessZero(logits, Vector256.Create((uint)BitsFrom(ref mask, offset, Vector256<float>.Count)) & powers);
    }

    /// <inheritdoc cref="Allowed(Vector256{float}, ref ulong, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Allowed(Vector256<double> logits, ref ulong mask, nuint offset)
    {
        var powers = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(BitOfLongLane));
        return UnlessZero(logits, Vector256.Create(BitsFrom(ref mask, offset, Vector256<double>.Count)) & powers);
    }

    /// <summary>Logits of one class and several rows, each −∞ where none of these bits of its row's word is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AllowedWhere(Vector256<float> logits, Vector256<uint> masks, uint bits) =>
        UnlessZero(logits, masks & Vector256.Create(bits));

    /// <inheritdoc cref="AllowedWhere(Vector256{float}, Vector256{uint}, uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AllowedWhere(Vector256<double> logits, Vector256<ulong> masks, ulong bits) =>
        UnlessZero(logits, masks & Vector256.Create(bits));

    /// <summary>Logits of one class and neighbouring positions, each −∞ where this bit of its word is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AllowedBit(Vector256<float> logits, ref ulong words, int bit) =>
        UnlessZero(logits, HalvesVector256(ref words, bit) & Vector256<uint>.One);

    /// <inheritdoc cref="AllowedBit(Vector256{float}, ref ulong, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AllowedBit(Vector256<double> logits, ref ulong words, int bit) =>
        UnlessZero(logits, (Vector256.LoadUnsafe(ref words) >>> bit) & Vector256<ulong>.One);

    /// <summary>Of as many words as float has lanes, the 32 bits from one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> HalvesVector256(ref ulong words, int bit) => Vector256.Narrow(
        Vector256.LoadUnsafe(ref words) >>> bit,
        Vector256.LoadUnsafe(ref words, (nuint)Vector256<ulong>.Count) >>> bit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> UnlessZero(Vector256<float> logits, Vector256<uint> flags) =>
        Vector256.ConditionalSelect(Vector256.Equals(flags, Vector256<uint>.Zero).AsSingle(), Vector256.Create(float.NegativeInfinity), logits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> UnlessZero(Vector256<double> logits, Vector256<ulong> flags) =>
        Vector256.ConditionalSelect(Vector256.Equals(flags, Vector256<ulong>.Zero).AsDouble(), Vector256.Create(double.NegativeInfinity), logits);
}
