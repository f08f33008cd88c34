using System;
using Digits.Input;

namespace Boosting;

/// <summary>Rows whose feature is at most <see cref="Threshold"/> go to the left.</summary>
internal readonly record struct Split(int Feature, int Threshold, double Gain)
{
    /// <summary>
    /// The split that lowers the quadratic approximation of the loss most: ½·(G²ₗ/(Hₗ + λ) + G²ᵣ/(Hᵣ + λ) − G²/(H + λ)), with the sums G and
    /// H of the first and second derivatives. Source: Chen and Guestrin 2016, arXiv 1603.02754, equation 7.
    /// </summary>
    public static Split Best(Table table, ReadOnlySpan<int> rows, Derivatives derivatives, double lambda)
    {
        var best = new Split(0, 0, 0);
        Span<double> first = stackalloc double[Table.Bins], second = stackalloc double[Table.Bins];
        for (int feature = 0; feature < DigitSet.Features; feature++)
        {
            first.Clear();
            second.Clear();
            double all = 0, allSecond = 0;
            foreach (int row in rows)
            {
                var (g, h) = derivatives.Of(row);
                first[table[row, feature]] += g;
                second[table[row, feature]] += h;
                all += g;
                allSecond += h;
            }

            double left = 0, leftSecond = 0;
            for (int bin = 0; bin < Table.Bins - 1; bin++)
            {
                left += first[bin];
                leftSecond += second[bin];
                double gain = (Score(left, leftSecond) + Score(all - left, allSecond - leftSecond) - Score(all, allSecond)) / 2;
                best = gain > best.Gain ? new Split(feature, bin, gain) : best;
            }
        }

        return best;

        double Score(double g, double h) => g * g / (h + lambda);
    }
}
