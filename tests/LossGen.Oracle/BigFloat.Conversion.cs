using System;
using System.Numerics;

namespace LossGen.Oracle;

public readonly partial struct BigFloat
{
    public static implicit operator BigFloat(int value) => new(value, 0, Kind.Finite);

    public static implicit operator BigFloat(float value) => (double)value;

    /// <summary>The exact value.</summary>
    public static implicit operator BigFloat(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? NaN : value > 0 ? PositiveInfinity : NegativeInfinity;
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)(bits >> 52) & 0x7FF;
        long fraction = bits & 0xFFFFFFFFFFFFF;
        BigInteger size = biased == 0 ? fraction : fraction | (1L << 52);
        return new(bits < 0 ? -size : size, size.IsZero ? 0 : Math.Max(biased, 1) - 1075, Kind.Finite);
    }

    /// <summary>The nearest double, ties to even; denormals and overflow as IEEE 754 rounds them.</summary>
    public double ToDouble() => Round(53, -1074, 1023);

    /// <summary>The nearest float, ties to even; denormals and overflow as IEEE 754 rounds them.</summary>
    public float ToSingle() => (float)Round(24, -149, 127);

    /// <summary>The nearest number of a binary format that is no larger than double, as a double.</summary>
    private double Round(int bits, int lowestExponent, int highestExponent)
    {
        if (IsNaN)
        {
            return double.NaN;
        }

        double infinity = Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        if (IsInfinite)
        {
            return infinity;
        }

        if (IsZero || ILog2 < lowestExponent - 1)
        {
            return 0;
        }

        // the exponent of the last bit that the format keeps
        long last = Math.Max(ILog2 - bits + 1, lowestExponent);
        BigInteger kept = RoundHalfEven(BigInteger.Abs(mantissa), exponent - last);
        if (BitLength(kept) - 1 + last > highestExponent)
        {
            return infinity;
        }

        return Sign * Math.ScaleB((double)kept, (int)last);
    }

    /// <summary>size · 2^shift, rounded to an integer.</summary>
    private static BigInteger RoundHalfEven(BigInteger size, long shift)
    {
        if (shift >= 0)
        {
            return size << (int)shift;
        }

        int right = (int)-shift;
        BigInteger kept = size >> right;
        BigInteger rest = size - (kept << right);
        int comparison = rest.CompareTo(BigInteger.One << (right - 1));
        return comparison > 0 || (comparison == 0 && !kept.IsEven) ? kept + 1 : kept;
    }
}
