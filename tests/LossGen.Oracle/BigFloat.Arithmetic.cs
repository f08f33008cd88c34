using System;
using System.Numerics;

namespace LossGen.Oracle;

public readonly partial struct BigFloat
{
    public static BigFloat operator -(BigFloat x) => new(-x.mantissa, x.exponent, x.kind);

    public static BigFloat operator +(BigFloat x, BigFloat y)
    {
        if (!x.IsFinite || !y.IsFinite)
        {
            bool invalid = x.IsNaN || y.IsNaN || (x.IsInfinite && y.IsInfinite && x.Sign != y.Sign);
            return invalid ? NaN : x.IsInfinite ? x : y;
        }

        if (x.IsZero || y.IsZero)
        {
            return x.IsZero ? y : x;
        }

        (BigFloat high, BigFloat low) = x.exponent >= y.exponent ? (x, y) : (y, x);
        if (high.exponent - low.ILog2 > 2 * Precision)
        {
            return high;
        }

        return Create((high.mantissa << (int)(high.exponent - low.exponent)) + low.mantissa, low.exponent);
    }

    public static BigFloat operator -(BigFloat x, BigFloat y) => x + -y;

    public static BigFloat operator *(BigFloat x, BigFloat y)
    {
        if (x.IsFinite && y.IsFinite)
        {
            return Create(x.mantissa * y.mantissa, x.exponent + y.exponent);
        }

        bool invalid = x.IsNaN || y.IsNaN || x.IsZero || y.IsZero;
        return invalid ? NaN : x.Sign == y.Sign ? PositiveInfinity : NegativeInfinity;
    }

    /// <summary>x / y; a quotient by 0 has the sign of x, as 0 has none.</summary>
    public static BigFloat operator /(BigFloat x, BigFloat y)
    {
        if (x.IsNaN || y.IsNaN || (x.IsInfinite && y.IsInfinite) || (x.IsZero && y.IsZero))
        {
            return NaN;
        }

        if (y.IsInfinite)
        {
            return Zero;
        }

        if (x.IsInfinite || y.IsZero)
        {
            return x.Sign * (y.IsZero ? 1 : y.Sign) > 0 ? PositiveInfinity : NegativeInfinity;
        }

        int shift = (int)Math.Max(0, Precision + 2 + BitLength(y.mantissa) - BitLength(x.mantissa));
        return Create((x.mantissa << shift) / y.mantissa, x.exponent - y.exponent - shift);
    }

    /// <summary>x · 2ⁿ, exactly.</summary>
    public static BigFloat Scale(BigFloat x, long n) => x.IsFinite ? new(x.mantissa, x.exponent + n, Kind.Finite) : x;

    public static BigFloat Abs(BigFloat x) => x.Sign < 0 ? -x : x;

    public static BigFloat Max(BigFloat x, BigFloat y) => x.IsNaN || y.IsNaN ? NaN : x >= y ? x : y;

    public static BigFloat Min(BigFloat x, BigFloat y) => x.IsNaN || y.IsNaN ? NaN : x <= y ? x : y;

    public static BigFloat Sqrt(BigFloat x)
    {
        if (x.IsNaN || x.Sign < 0)
        {
            return NaN;
        }

        if (x.IsInfinite || x.IsZero)
        {
            return x;
        }

        // an even exponent, and twice the bits of the root
        int shift = (int)Math.Max(0, (2 * Precision) + 4 - BitLength(x.mantissa));
        shift += (int)((x.exponent - shift) & 1);
        return Create(IntegerSqrt(x.mantissa << shift), (x.exponent - shift) / 2);
    }

    /// <summary>⌊√n⌋ by Newton's iteration from above.</summary>
    private static BigInteger IntegerSqrt(BigInteger n)
    {
        BigInteger root = BigInteger.One << (int)((BitLength(n) + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (n / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
