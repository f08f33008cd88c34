using System;

namespace LossGen.Models.Training;

/// <summary>
/// A step that lowers a function enough and flattens it enough, the strong Wolfe conditions: bracketing and cubic interpolation (Nocedal and
/// Wright, algorithms 3.5 and 3.6).
/// </summary>
internal sealed class WolfeSearch(FitRun run, double[] direction)
{
    private const double Decrease = 1e-4;
    private const double Flatness = 0.9;
    private const int MostEvaluations = 40;

    private readonly double[] start = run.Parameters;
    private readonly double startValue = run.Value;
    // Near the minimum the values of the function differ by their roundings only, and its slope alone tells where to go.
    private readonly double noise = run.Objective.Roughness.Noise * Math.Abs(run.Value);
    private readonly double startSlope = VectorSums.Dot(run.Gradient, direction);
    private int evaluations;

    /// <summary>A place along the direction.</summary>
    private sealed record Place(double Step, double Value, double Slope, double[] Parameters, double[] Gradient);

    /// <summary>Moves the run; false where no step lowers the function.</summary>
    public bool Move(double firstStep)
    {
        if (Find(firstStep) is not { } found || !(found.Value < startValue || (found.Value <= Limit(found.Step) && IsFlat(found))))
        {
            return false;
        }

        (run.Parameters, run.Gradient, run.Value) = (found.Parameters, found.Gradient, found.Value);
        return true;
    }

    private Place? Find(double firstStep)
    {
        var before = new Place(0, startValue, startSlope, start, run.Gradient);
        double step = firstStep;
        while (evaluations < MostEvaluations)
        {
            var place = At(step);
            if (!(place.Value <= Limit(step)) || (before.Step > 0 && place.Value > before.Value + noise))
            {
                return Zoom(before, place);
            }

            if (IsFlat(place))
            {
                return place;
            }

            if (place.Slope >= 0)
            {
                return Zoom(place, before);
            }

            step = Farther(before, place);
            before = place;
        }

        return before.Step > 0 ? before : null;
    }

    /// <summary>Where the slope would be 0 if it went on to rise as it did, but not too near and not too far.</summary>
    private static double Farther(Place before, Place place)
    {
        double rise = (place.Slope - before.Slope) / (place.Step - before.Step);
        double wanted = place.Step - (place.Slope / rise);
        return rise > 0 ? Math.Clamp(wanted, 1.5 * place.Step, 20 * place.Step) : 2.5 * place.Step;
    }

    /// <summary>Between a low place and another, of which one has a step with both conditions.</summary>
    private Place? Zoom(Place low, Place high)
    {
        while (evaluations < MostEvaluations && Math.Abs(high.Step - low.Step) > 1e-14 * Math.Max(low.Step, high.Step))
        {
            var place = At(Interpolate(low, high));
            if (!(place.Value <= Limit(place.Step)) || place.Value > low.Value + noise)
            {
                high = place;
                continue;
            }

            if (IsFlat(place))
            {
                return place;
            }

            if (place.Slope * (high.Step - low.Step) >= 0)
            {
                high = low;
            }

            low = place;
        }

        return low.Step > 0 ? low : null;
    }

    /// <summary>The minimum of the cubic through both places, kept away from the ends; their middle where there is none.</summary>
    private static double Interpolate(Place low, Place high)
    {
        double width = high.Step - low.Step;
        double first = low.Slope + high.Slope - (3 * (low.Value - high.Value) / (low.Step - high.Step));
        double second = Math.Sqrt((first * first) - (low.Slope * high.Slope)) * Math.Sign(width);
        double share = 1 - ((high.Slope + second - first) / (high.Slope - low.Slope + (2 * second)));
        return low.Step + (width * (double.IsFinite(share) ? Math.Clamp(share, 0.1, 0.9) : 0.5));
    }

    private double Limit(double step) => startValue + (Decrease * step * startSlope) + noise;

    private bool IsFlat(Place place) => Math.Abs(place.Slope) <= -Flatness * startSlope;

    private Place At(double step)
    {
        evaluations++;
        double[] parameters = (double[])start.Clone();
        VectorSums.AddMultiple(direction, step, parameters);
        double[] gradient = new double[start.Length];
        double value = run.Objective.Evaluate(parameters, gradient);
        return new Place(step, value, VectorSums.Dot(gradient, direction), parameters, gradient);
    }
}
