using System;
using System.Numerics;

namespace LossGen.Oracle;

public readonly partial struct BigFloat
{
    // Fixed-point numbers of the exponential series: more bits than the result has, for the squarings to use up.
    private const int Work = Precision + 64;
    private const int Halvings = 12;

    // ln 2 = 18·artanh(1/26) − 2·artanh(1/4801) + 8·artanh(1/8749) (Gauss-like Machin formula), with 64 bits more for n·ln 2
    private static readonly BigInteger Ln2Fixed = (18 * Artanh(26)) - (2 * Artanh(4801)) + (8 * Artanh(8749));

    public static BigFloat Ln2 { get; } = Create(Ln2Fixed, -(Work + 64));

    public static BigFloat Exp(BigFloat x)
    {
        if (!x.IsFinite)
        {
            return x.IsNaN ? NaN : x.Sign > 0 ? x : Zero;
        }

        if (x.IsZero || x.ILog2 < -Precision - 8)
        {
            return One;
        }

        // Beyond any exponent: no test can tell the difference.
        if (x.ILog2 > 60)
        {
            return x.Sign > 0 ? PositiveInfinity : Zero;
        }

        // x = n·ln 2 + r, as fixed-point
        long shift = x.exponent + Work + 64;
        BigInteger value = shift >= 0 ? x.mantissa << (int)shift : x.mantissa >> (int)-shift;
        BigInteger n = ShiftRightRounded((value << 2) / Ln2Fixed, 2);
        BigInteger r = (value - (n * Ln2Fixed)) >> (64 + Halvings);

        BigInteger one = BigInteger.One << Work;
        BigInteger sum = one + r;
        BigInteger term = r;
        for (int k = 2; !term.IsZero && term != BigInteger.MinusOne; k++)
        {
            term = ((term * r) >> Work) / k;
            sum += term;
        }

        for (int i = 0; i < Halvings; i++)
        {
            sum = (sum * sum) >> Work;
        }

        return Create(sum, (long)n - Work);
    }

    /// <summary>eˣ − 1, with all its digits also for tiny x.</summary>
    public static BigFloat Expm1(BigFloat x)
    {
        if (!x.IsFinite || x.IsZero || x.ILog2 >= -1)
        {
            return x.IsZero ? x : Exp(x) - One;
        }

        BigFloat r = Scale(x, -Halvings);
        BigFloat sum = r;
        BigFloat term = r;
        for (int k = 2; term.ILog2 > r.ILog2 - Precision - 4; k++)
        {
            term = term * r / k;
            sum += term;
        }

        // expm1(2r) = expm1(r)·(2 + expm1(r))
        for (int i = 0; i < Halvings; i++)
        {
            sum *= sum + Two;
        }

        return sum;
    }

    public static BigFloat Tanh(BigFloat x)
    {
        BigFloat t = Expm1(Scale(-Abs(x), 1));
        BigFloat size = -t / (t + Two);
        return x.Sign < 0 ? -size : size;
    }

    /// <summary>xʸ for x ≥ 0, and for negative x with an integer y given as <see cref="Pow(BigFloat, int)"/>.</summary>
    public static BigFloat Pow(BigFloat x, BigFloat y) => y.IsZero ? One : x.IsZero && y.Sign > 0 ? Zero : Exp(y * Log(x));

    public static BigFloat Pow(BigFloat x, int n)
    {
        BigFloat power = One;
        BigFloat square = x;
        for (uint bits = (uint)Math.Abs((long)n); bits != 0; bits >>= 1)
        {
            power = (bits & 1) != 0 ? power * square : power;
            square *= square;
        }

        return n < 0 ? One / power : power;
    }

    /// <summary>artanh(1/n) as fixed-point: 1/n + 1/(3n³) + 1/(5n⁵) + …</summary>
    private static BigInteger Artanh(int n)
    {
        BigInteger power = (BigInteger.One << (Work + 64)) / n;
        BigInteger sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power /= n * (long)n;
            sum += power / k;
        }

        return sum;
    }
}
