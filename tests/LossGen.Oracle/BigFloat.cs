using System;
using System.Numerics;

namespace LossGen.Oracle;

/// <summary>
/// A binary floating-point number of 256 significant bits (77 digits) with an unbounded exponent, and ±∞ and NaN: what the tests measure
/// float and double against. Operations round to nearest; the elementary functions are good to 70 digits.
/// </summary>
/// <remarks>There is no −0: a test of signed zeros has to look at the bits.</remarks>
public readonly partial struct BigFloat : IEquatable<BigFloat>, IComparable<BigFloat>
{
    /// <summary>Significant bits that an operation keeps.</summary>
    public const int Precision = 256;

    private enum Kind : byte
    {
        Finite,
        Infinite,
        NotANumber,
    }

    // value = mantissa · 2^exponent; an infinity has its sign in the mantissa
    private readonly BigInteger mantissa;
    private readonly long exponent;
    private readonly Kind kind;

    private BigFloat(BigInteger mantissa, long exponent, Kind kind)
    {
        this.mantissa = mantissa;
        this.exponent = exponent;
        this.kind = kind;
    }

    public static BigFloat Zero => default;

    public static BigFloat One { get; } = new(BigInteger.One, 0, Kind.Finite);

    public static BigFloat Two { get; } = new(BigInteger.One, 1, Kind.Finite);

    public static BigFloat Half { get; } = new(BigInteger.One, -1, Kind.Finite);

    public static BigFloat NaN { get; } = new(BigInteger.Zero, 0, Kind.NotANumber);

    public static BigFloat PositiveInfinity { get; } = new(BigInteger.One, 0, Kind.Infinite);

    public static BigFloat NegativeInfinity { get; } = new(BigInteger.MinusOne, 0, Kind.Infinite);

    public bool IsNaN => kind == Kind.NotANumber;

    public bool IsInfinite => kind == Kind.Infinite;

    public bool IsFinite => kind == Kind.Finite;

    public bool IsZero => kind == Kind.Finite && mantissa.IsZero;

    /// <summary>−1, 0 or 1; 0 for NaN.</summary>
    public int Sign => mantissa.Sign;

    /// <summary>The n with 2ⁿ ≤ |x| &lt; 2ⁿ⁺¹, for a finite x other than 0.</summary>
    public long ILog2 => BitLength(mantissa) - 1 + exponent;

    /// <summary>mantissa · 2^exponent, rounded to <see cref="Precision"/> bits (half away from zero).</summary>
    internal static BigFloat Create(BigInteger mantissa, long exponent)
    {
        if (mantissa.IsZero)
        {
            return Zero;
        }

        long excess = BitLength(mantissa) - Precision;
        return excess <= 0
            ? new BigFloat(mantissa, exponent, Kind.Finite)
            : new BigFloat(ShiftRightRounded(mantissa, (int)excess), exponent + excess, Kind.Finite);
    }

    internal static long BitLength(BigInteger value) => (long)BigInteger.Abs(value).GetBitLength();

    internal static BigInteger ShiftRightRounded(BigInteger value, int shift)
    {
        BigInteger size = (BigInteger.Abs(value) + (BigInteger.One << (shift - 1))) >> shift;
        return value.Sign < 0 ? -size : size;
    }
}
