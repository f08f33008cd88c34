using System;

namespace LossGen.Oracle;

/// <summary>
/// The one error measure of the numeric tests: |actual − expected| in units in the last place of the correctly rounded expected value
/// (at least the spacing of denormals). A correctly rounded result has at most 0.5.
/// </summary>
public static class Ulp
{
    /// <summary>The error of a float; +∞ where one side is NaN or infinite and the other is not.</summary>
    public static double Error(float actual, BigFloat expected)
    {
        float rounded = expected.ToSingle();
        if (!float.IsFinite(rounded) || !float.IsFinite(actual))
        {
            return actual.Equals(rounded) ? 0 : double.PositiveInfinity;
        }

        return Measure(actual, expected, Math.Max(Exponent(rounded), -126) - 23);
    }

    /// <summary>The error of a double; +∞ where one side is NaN or infinite and the other is not.</summary>
    public static double Error(double actual, BigFloat expected)
    {
        double rounded = expected.ToDouble();
        if (!double.IsFinite(rounded) || !double.IsFinite(actual))
        {
            return actual.Equals(rounded) ? 0 : double.PositiveInfinity;
        }

        return Measure(actual, expected, Math.Max(Exponent(rounded), -1022) - 52);
    }

    private static int Exponent(double value) => value == 0 ? int.MinValue / 2 : Math.ILogB(value);

    private static double Measure(BigFloat actual, BigFloat expected, int lastPlace) =>
        BigFloat.Scale(BigFloat.Abs(actual - expected), -lastPlace).ToDouble();
}
