using System;
using System.Numerics.Tensors;

namespace Digits.Training;

/// <summary>Finds a step that meets the weak Wolfe conditions, by doubling and bisection.</summary>
internal static class LineSearch
{
    private const double Decrease = 1e-4;
    private const double Curvature = 0.9;
    private const int Trials = 30;

    // Float logits leave the objective with that much noise.
    private const double Noise = 3e-8;

    public static Point? Along(Function function, Point from, double[] direction, double firstStep)
    {
        double slope = TensorPrimitives.Dot<double>(from.Gradient, direction);
        if (!(slope < 0))
        {
            return null;
        }

        double low = 0, high = double.PositiveInfinity, step = firstStep;
        for (int trial = 0; trial < Trials; trial++)
        {
            Point to = At(function, from, direction, step);
            if (!(to.Value <= from.Value + (Decrease * step * slope) + (Noise * Math.Abs(from.Value))))
            {
                high = step;
            }
            else if (TensorPrimitives.Dot<double>(to.Gradient, direction) < Curvature * slope)
            {
                low = step;
            }
            else
            {
                return to;
            }

            step = double.IsInfinity(high) ? 2 * low : (low + high) / 2;
        }

        return null;
    }

    private static Point At(Function function, Point from, double[] direction, double step)
    {
        var x = new double[from.X.Length];
        TensorPrimitives.MultiplyAdd(direction, step, from.X, x);
        return Point.Evaluate(function, x);
    }
}
