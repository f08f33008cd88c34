using System;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>The distance of a float to a value known in double, in units in the last place of that value as a float.</summary>
public static class FloatUlp
{
    public static double Error(float actual, double expected)
    {
        if (double.IsNaN(expected) || float.IsNaN(actual))
        {
            return double.IsNaN(expected) && float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        // Beyond the largest float, infinity is the right answer.
        if (Math.Abs(expected) >= float.MaxValue || float.IsInfinity(actual))
        {
            return Math.Abs(expected) >= float.MaxValue && (float.IsInfinity(actual) || Math.Abs(actual) == float.MaxValue) && Math.Sign(actual) == Math.Sign(expected)
                ? 0
                : double.PositiveInfinity;
        }

        int exponent = expected == 0 ? -126 : Math.Max(Math.ILogB(expected), -126);
        return Math.Abs(actual - expected) / Math.ScaleB(1, exponent - 23);
    }
}
