using System;

namespace LossGen.Numerics;

/// <summary>The passes over a row of floats behind the span functions of StableMath, in double, for .NET without vectors.</summary>
internal static class FloatRow
{
    /// <summary>NaN if there is one, −∞ for an empty row.</summary>
    public static float Maximum(ReadOnlySpan<float> x)
    {
        float top = float.NegativeInfinity;
        foreach (float value in x)
        {
            top = value > top || float.IsNaN(value) ? value : top;
            if (float.IsNaN(top))
            {
                break;
            }
        }

        return top;
    }

    /// <summary>Σ exp(xᵢ − top) over all i but one at which xᵢ is top: ties are counted, so that small terms are not added to a 1.</summary>
    public static double SumOfOthers(ReadOnlySpan<float> x, float top)
    {
        double sum = 0;
        long ties = 0;
        foreach (float value in x)
        {
            if (value == top)
            {
                ties++;
            }
            else
            {
                sum += Math.Exp((double)value - top);
            }
        }

        return sum + (ties - 1);
    }

    /// <summary>exp(xᵢ − top) / sum</summary>
    public static void Softmax(ReadOnlySpan<float> x, float top, double sum, Span<float> destination)
    {
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = (float)(Math.Exp((double)x[i] - top) / sum);
        }
    }

    /// <summary>(xᵢ − top) − log</summary>
    public static void LogSoftmax(ReadOnlySpan<float> x, float top, double log, Span<float> destination)
    {
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = (float)((double)x[i] - top - log);
        }
    }
}
