using System;
using System.Linq;

namespace LossGen.Oracle.Losses;

/// <summary>
/// The softmax of one row in double, written for trust and not for speed: the oracle of float kernels. A test holds it against
/// <see cref="ExactSoftmaxRow"/>.
/// </summary>
public sealed class SoftmaxRow
{
    public SoftmaxRow(double[] logits)
    {
        Logits = logits;
        Max = logits.Max();
        int top = Array.IndexOf(logits, Max);
        Exponentials = [.. logits.Select(x => Math.Exp(x - Max))];
        Others = Exponentials.Where((_, k) => k != top).Sum() + (Max - Max);
        LogSum = LogOnePlus(Others);
        double weight = 0;
        double gaps = 0;
        for (int k = 0; k < logits.Length; k++)
        {
            if (k != top && Exponentials[k] > 0)
            {
                weight += Exponentials[k];
                gaps += Exponentials[k] * (Max - logits[k]);
            }
        }

        MeanGap = weight > 0 ? gaps / weight : 0;
    }

    public double[] Logits { get; }

    public double Max { get; }

    public double[] Exponentials { get; }

    /// <summary>r, the sum of all exponentials but the largest.</summary>
    public double Others { get; }

    public double LogSum { get; }

    /// <summary>ḡ: the mean of m − x_k over the other classes, weighted by their exponentials.</summary>
    public double MeanGap { get; }

    public double Sum => 1 + Others;

    public double NegLogP(int k) => (Max - Logits[k]) + LogSum;

    public double P(int k) => Exponentials[k] / Sum;

    public double Q(int k) => (Exponentials[k] == 1 ? Others : Sum - Exponentials[k]) / Sum;

    public double Gap(int k) => Max - Logits[k];

    // Kahan's ratio: the rounding of 1 + x cancels.
    private static double LogOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) || double.IsNaN(u) ? Math.Log(u) : Math.Log(u) * (x / (u - 1));
    }
}
