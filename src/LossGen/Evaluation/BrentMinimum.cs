using System;

namespace LossGen;

/// <summary>Brent's method without derivatives (Brent 1973, Algorithms for Minimization Without Derivatives, chapter 5).</summary>
internal static class BrentMinimum
{
    /// <summary>A local minimum between two places, to a tolerance of the place.</summary>
    public static double Find(Func<double, double> function, double low, double high, double tolerance)
    {
        // The smaller part of the golden section.
        const double Golden = 0.38196601125010515;
        double x = low + (Golden * (high - low)), second = x, third = x;
        double fx = function(x), fSecond = fx, fThird = fx;
        double step = 0, before = 0;
        for (int i = 0; i < 200; i++)
        {
            double middle = (low + high) / 2;
            if (Math.Abs(x - middle) + ((high - low) / 2) <= 2 * tolerance)
            {
                break;
            }

            bool golden = true;
            if (Math.Abs(before) > tolerance)
            {
                // The vertex of the parabola through the three best points.
                double r = (x - second) * (fx - fThird);
                double q = (x - third) * (fx - fSecond);
                double p = ((x - third) * q) - ((x - second) * r);
                q = 2 * (q - r);
                p = q > 0 ? -p : p;
                q = Math.Abs(q);
                if (Math.Abs(p) < Math.Abs(q * before / 2) && p > q * (low - x) && p < q * (high - x))
                {
                    before = step;
                    step = p / q;
                    golden = false;
                }
            }

            if (golden)
            {
                before = (x < middle ? high : low) - x;
                step = Golden * before;
            }

            double next = x + (Math.Abs(step) >= tolerance ? step : step > 0 ? tolerance : -tolerance);
            double fNext = function(next);
            if (fNext <= fx)
            {
                (low, high) = next < x ? (low, x) : (x, high);
                (third, fThird, second, fSecond, x, fx) = (second, fSecond, x, fx, next, fNext);
                continue;
            }

            (low, high) = next < x ? (next, high) : (low, next);
            if (fNext <= fSecond || second == x)
            {
                (third, fThird, second, fSecond) = (second, fSecond, next, fNext);
            }
            else if (fNext <= fThird || third == x || third == second)
            {
                (third, fThird) = (next, fNext);
            }
        }

        return x;
    }
}
