using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LossGen.Numerics;

/// <summary>
/// The upper half of a <see cref="float"/>: its sign, its 8 bits of exponent and 7 bits of its fraction. It holds the range of a float, to
/// about 2.4 decimal digits. It is a type to store numbers in; arithmetic is done in <see cref="float"/>.
/// </summary>
/// <remarks>
/// The two bytes are the number's bits and nothing else: <c>MemoryMarshal.Cast&lt;ushort, BFloat16&gt;</c> reads memory that other programs
/// wrote. Comparison is that of <see cref="float"/>: with operators, NaN differs from everything, and −0 equals 0.
/// </remarks>
public readonly struct BFloat16 : IEquatable<BFloat16>, IComparable<BFloat16>, IComparable, ISpanFormattable
{
    // The first bit of the fraction: a NaN that has it is quiet.
    private const ushort QuietBit = 0x0040;

    private const ushort InfinityBits = 0x7F80;

    private BFloat16(ushort bits)
    {
        Bits = bits;
    }

    /// <summary>The smallest number above 0: 2⁻¹³³, about 9.2e-41.</summary>
    public static BFloat16 Epsilon => new(0x0001);

    /// <summary>The largest finite number: (2 − 2⁻⁷)·2¹²⁷, about 3.39e38.</summary>
    public static BFloat16 MaxValue => new(0x7F7F);

    /// <summary>The lowest finite number, −<see cref="MaxValue"/>.</summary>
    public static BFloat16 MinValue => new(0xFF7F);

    /// <summary>+∞.</summary>
    public static BFloat16 PositiveInfinity => new(InfinityBits);

    /// <summary>−∞.</summary>
    public static BFloat16 NegativeInfinity => new(0xFF80);

    /// <summary>A quiet NaN, with the sign of <see cref="float.NaN"/>.</summary>
    public static BFloat16 NaN => new(0xFFC0);

    /// <summary>0.</summary>
    public static BFloat16 Zero => default;

    /// <summary>1.</summary>
    public static BFloat16 One => new(0x3F80);

    /// <summary>The number's 16 bits: sign, 8 bits of exponent, 7 of fraction.</summary>
    public ushort Bits { get; }

    /// <summary>The nearest number; of two that are as near the one with an even fraction.</summary>
    /// <param name="value">Any value. From 2¹²⁸ − 2¹¹⁹ on it becomes an infinity; NaN stays NaN, with its sign, and becomes quiet.</param>
    public static explicit operator BFloat16(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value)
            ? new BFloat16((ushort)((bits >> 16) | QuietBit))
            : new BFloat16((ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16));
    }

    /// <summary>The nearest number, rounded once; of two that are as near the one with an even fraction.</summary>
    /// <param name="value">Any value. From 2¹²⁸ − 2¹¹⁹ on it becomes an infinity; NaN stays NaN, with its sign, and becomes quiet.</param>
    public static explicit operator BFloat16(double value)
    {
        // Between two floats, the one with an odd fraction: it is no midpoint of this type, so the second rounding goes where one would.
        float nearest = (float)value;
        uint bits = BitConverter.SingleToUInt32Bits(nearest);
        if (!double.IsNaN(value) && nearest != value && (bits & 1) == 0)
        {
            bits = Math.Abs((double)nearest) > Math.Abs(value) ? bits - 1 : bits + 1;
        }

        return (BFloat16)BitConverter.UInt32BitsToSingle(bits);
    }

    /// <summary>The same number; its bits are the upper 16 of the float, also those of a NaN.</summary>
    public static explicit operator float(BFloat16 value) => BitConverter.UInt32BitsToSingle((uint)value.Bits << 16);

    /// <summary>The same number; a NaN stays one.</summary>
    public static explicit operator double(BFloat16 value) => (float)value;

    /// <summary>Whether two numbers are equal; NaN equals nothing.</summary>
    public static bool operator ==(BFloat16 left, BFloat16 right) => (float)left == (float)right;

    /// <summary>Whether two numbers differ; NaN differs from everything.</summary>
    public static bool operator !=(BFloat16 left, BFloat16 right) => (float)left != (float)right;

    /// <summary>Whether the first number is smaller; false where one is NaN.</summary>
    public static bool operator <(BFloat16 left, BFloat16 right) => (float)left < (float)right;

    /// <summary>Whether the first number is larger; false where one is NaN.</summary>
    public static bool operator >(BFloat16 left, BFloat16 right) => (float)left > (float)right;

    /// <summary>Whether the first number is smaller or equal; false where one is NaN.</summary>
    public static bool operator <=(BFloat16 left, BFloat16 right) => (float)left <= (float)right;

    /// <summary>Whether the first number is larger or equal; false where one is NaN.</summary>
    public static bool operator >=(BFloat16 left, BFloat16 right) => (float)left >= (float)right;

    /// <summary>The number with these bits.</summary>
    /// <param name="bits">Sign, 8 bits of exponent, 7 of fraction.</param>
    public static BFloat16 FromBits(ushort bits) => new(bits);

    /// <summary>Whether a value is NaN.</summary>
    public static bool IsNaN(BFloat16 value) => (value.Bits & 0x7FFF) > InfinityBits;

    /// <summary>Whether a value is +∞ or −∞.</summary>
    public static bool IsInfinity(BFloat16 value) => (value.Bits & 0x7FFF) == InfinityBits;

    /// <summary>Whether a value is neither infinite nor NaN.</summary>
    public static bool IsFinite(BFloat16 value) => (value.Bits & 0x7FFF) < InfinityBits;

    /// <summary>Whether two numbers are equal, where NaN equals NaN.</summary>
    public bool Equals(BFloat16 other) => ((float)this).Equals((float)other);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is BFloat16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((float)this).GetHashCode();

    /// <summary>The order of numbers, with NaN before all of them.</summary>
    /// <param name="other">The other number.</param>
    /// <returns>Less than 0, 0 or more than 0 where this number comes before the other one, with it or after it.</returns>
    public int CompareTo(BFloat16 other) => ((float)this).CompareTo((float)other);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        BFloat16 other => CompareTo(other),
        _ => throw new ArgumentException($"a BFloat16 compares with a BFloat16, not with a {obj.GetType()}", nameof(obj)),
    };

    /// <summary>The text of the <see cref="float"/> that is the same number, in the current culture: parsed and converted, it gives the number back.</summary>
    public override string ToString() => ((float)this).ToString(CultureInfo.CurrentCulture);

    /// <summary>The text of the <see cref="float"/> that is the same number.</summary>
    /// <param name="format">A format of <see cref="float"/>.</param>
    /// <param name="formatProvider">The culture, or null for the current one.</param>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => ((float)this).ToString(format, formatProvider);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        ((float)this).TryFormat(destination, out charsWritten, format, provider);
}
