using System;

namespace LossGen.Oracle;

public readonly partial struct BigFloat
{
    public static BigFloat Ln10 { get; } = Log(10);

    public static BigFloat Log(BigFloat x)
    {
        if (!x.IsFinite || x.Sign <= 0)
        {
            return x.IsNaN || x.Sign < 0 ? NaN : x.IsZero ? NegativeInfinity : x;
        }

        // x = 2ⁿ·m with m about 1; where n is 0, m − 1 is exact and log1p keeps its digits
        long n = x.ILog2;
        BigFloat m = Scale(x, -n);
        if (m > new BigFloat(3, -1, Kind.Finite))
        {
            m = Scale(m, -1);
            n++;
        }

        BigFloat log = Log1p(m - One);
        return n == 0 ? log : log + (new BigFloat(n, 0, Kind.Finite) * Ln2);
    }

    /// <summary>ln(1 + x), with all its digits also for tiny x.</summary>
    public static BigFloat Log1p(BigFloat x)
    {
        if (!x.IsFinite || x.IsZero)
        {
            return x.IsInfinite && x.Sign < 0 ? NaN : x;
        }

        if (x.ILog2 >= -1)
        {
            BigFloat sum = One + x;
            bool near = sum.Sign > 0 && Abs(sum - One).ILog2 < 0 && sum.ILog2 >= -1;
            if (!near)
            {
                return Log(sum);
            }
        }

        // a guess y good to 50 bits, then log1p(x) = y + log1p(d) with d = (x − expm1(y)) / (1 + expm1(y)), |d| < 2⁻⁵⁰·|y|
        BigFloat y = x.ILog2 < -18 ? x * (One - (x * (Half - (x / 3)))) : Math.Log((One + x).ToDouble());
        BigFloat e = Expm1(y);
        BigFloat d = (x - e) / (One + e);
        BigFloat series = One / 6;
        for (int k = 5; k >= 1; k--)
        {
            series = (One / k) - (d * series);
        }

        return y + (d * series);
    }
}
