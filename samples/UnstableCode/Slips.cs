using System;
using System.Linq;

namespace UnstableCode;

/// <summary>LG1022, LG1107, LG1206 and LG2105: right parts in the wrong place.</summary>
public static class Slips
{
    public static double LogisticDensity(double z, double scale) =>
        Math.Exp(-z) / (scale * Math.Pow(1 + Math.Exp(-z), 2)); // LG1022

    public static double Normaliser(double[] logits)
    {
        double max = logits.Max(), sum = 0;
        foreach (double x in logits)
        {
            sum += Math.Exp(x) - max; // LG1107
        }

        return sum;
    }

    public static double Clipped(double value)
    {
        Math.Clamp(value, 1e-7, 1); // LG1206
        return -Math.Log(value);
    }

    public static double[] Softmax(double[] logits) => logits.Select(x => 1 / (1 + Math.Exp(-x))).ToArray(); // LG2105
}
