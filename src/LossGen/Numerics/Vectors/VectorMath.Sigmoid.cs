using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Numerics;

public static partial class VectorMath
{
    /// <summary>The logistic function 1 / (1 + e⁻ˣ) of each element, to 1 ulp also where it is tiny.</summary>
    /// <param name="x">Any value: 0 for −∞, 1 for +∞, NaN for NaN.</param>
    /// <returns>The probability with log-odds x; denormal below −87.3366, 0 below −103.9720.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        // In float the roundings of exp, of 1 + exp and of the quotient add up to 2.4 ulp; in double they vanish.
        return Vector256.Narrow(SigmoidToFloat(Vector256.WidenLower(x)), SigmoidToFloat(Vector256.WidenUpper(x)));
    }

    /// <summary>The logistic function 1 / (1 + e⁻ˣ) of each element, to 2 ulp also where it is tiny.</summary>
    /// <param name="x">Any value: 0 for −∞, 1 for +∞, NaN for NaN.</param>
    /// <returns>The probability with log-odds x; denormal below −708.3964, 0 below −745.1332.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sigmoid(Vector256<double> x)
    {
        // Only exp of something ≤ 0: no overflow, and eˣ/(1 + eˣ) keeps its digits down to denormals.
        Vector256<double> exp = ExpOfParts(-Vector256.Abs(x), out Vector256<double> low);
        Vector256<double> sum = exp + Vector256<double>.One;
        Vector256<double> lost = Vector256<double>.One - sum + exp + low;
        Vector256<double> negative = Vector256.LessThan(x, Vector256<double>.Zero);
        Vector256<double> q = Vector256.ConditionalSelect(negative, exp, Vector256<double>.One) / sum;

        // The quotient is corrected by what exp and 1 + exp lost; 1/(1 + exp) is q itself or 1 − q.
        Vector256<double> reciprocal = Vector256.ConditionalSelect(negative, Vector256<double>.One - q, q);
        return Vector256.MultiplyAddEstimate((negative & low) - (q * lost), reciprocal, q);
    }

    /// <summary>sigmoid with a relative error of 2⁻³⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SigmoidToFloat(Vector256<double> x)
    {
        Vector256<double> exp = ExpOfMinusAbs(x);
        Vector256<double> numerator = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), exp, Vector256<double>.One);
        return numerator / (exp + Vector256<double>.One);
    }
}
