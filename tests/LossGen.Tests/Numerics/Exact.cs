using LossGen.Oracle;

namespace LossGen.Tests.Numerics;

/// <summary>The functions that BigFloat does not have itself, from their definitions.</summary>
internal static class Exact
{
    public static BigFloat Sigmoid(BigFloat x)
    {
        BigFloat e = BigFloat.Exp(-BigFloat.Abs(x));
        return (x.Sign < 0 ? e : BigFloat.One) / (BigFloat.One + e);
    }

    public static BigFloat Softplus(BigFloat x) => BigFloat.Max(x, 0) + BigFloat.Log1p(BigFloat.Exp(-BigFloat.Abs(x)));

    public static BigFloat LogSigmoid(BigFloat x) => -Softplus(-x);

    public static BigFloat LogCosh(BigFloat x)
    {
        // cosh x − 1 = expm1(|x|)² / (2·exp(|x|)); far out |x| + log1p(e^(−2|x|)) − ln 2, where the exponential is tiny
        BigFloat size = BigFloat.Abs(x);
        if (size > 1000)
        {
            return size - BigFloat.Ln2;
        }

        BigFloat m = BigFloat.Expm1(size);
        return BigFloat.Log1p(m * m / (2 * BigFloat.Exp(size)));
    }

    public static BigFloat Log1mExp(BigFloat x) => x.Sign > 0 ? BigFloat.NaN : x > -1 ? BigFloat.Log(-BigFloat.Expm1(x)) : BigFloat.Log1p(-BigFloat.Exp(x));

    public static BigFloat Log2P1(BigFloat x) => BigFloat.Log1p(x) / BigFloat.Ln2;

    public static BigFloat Log10P1(BigFloat x) => BigFloat.Log1p(x) / BigFloat.Ln10;

    public static BigFloat Exp2M1(BigFloat x) => BigFloat.Expm1(x * BigFloat.Ln2);

    public static BigFloat Exp10M1(BigFloat x) => BigFloat.Expm1(x * BigFloat.Ln10);

    public static BigFloat XLogX(BigFloat x) => x.IsZero ? x : x * BigFloat.Log(x);

    public static BigFloat LogAddExp(BigFloat a, BigFloat b) =>
        a == b ? a + BigFloat.Ln2 : BigFloat.Max(a, b) + BigFloat.Log1p(BigFloat.Exp(-BigFloat.Abs(a - b)));

    public static BigFloat LogSubExp(BigFloat a, BigFloat b) => a + Log1mExp(b - a);
}
