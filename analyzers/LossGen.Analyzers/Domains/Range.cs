using System;

namespace LossGen.Analyzers.Domains;

/// <summary>Numbers between two ends, which may be infinite.</summary>
/// <param name="Low">Nothing lies below.</param>
/// <param name="High">Nothing lies above.</param>
/// <param name="IsReached">Whether ordinary input comes close to both ends. Where it does not, the ends are only as far as one can
/// see.</param>
internal readonly record struct Range(double Low, double High, bool IsReached)
{
    /// <summary>Anything, as far as one can see.</summary>
    public static Range Unknown { get; } = new(double.NegativeInfinity, double.PositiveInfinity, IsReached: false);

    /// <summary>Anything, and that on purpose: scores.</summary>
    public static Range Free { get; } = new(double.NegativeInfinity, double.PositiveInfinity, IsReached: true);

    public static Range Probability { get; } = new(0, 1, IsReached: true);

    public bool IsUnknown => !IsReached && double.IsNegativeInfinity(Low) && double.IsPositiveInfinity(High);

    /// <summary>The distance of the ends; infinite where one of them is.</summary>
    public double Width => High - Low;

    /// <summary>Both ranges and what lies between.</summary>
    public Range With(Range other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High), IsReached && other.IsReached);

    /// <summary>What is left of the range between two further ends.</summary>
    public Range Between(double low, double high) =>
        new(Math.Min(Math.Max(Low, low), high), Math.Max(Math.Min(High, high), low), IsReached);

    /// <summary>The range of a function that never falls.</summary>
    public Range Through(Func<double, double> rising) => new(rising(Low), rising(High), IsReached);

    public static Range operator -(Range a) => new(-a.High, -a.Low, a.IsReached);

    /// <summary>A sum. Two values that are not constant may depend on each other, so that the ends of their sum need not be
    /// reached.</summary>
    public static Range operator +(Range a, Range b) => Sound(a.Low + b.Low, a.High + b.High, AreReached(a, b));

    public static Range operator *(Range a, Range b)
    {
        (double p, double q, double r, double s) = (Product(a.Low, b.Low), Product(a.Low, b.High), Product(a.High, b.Low), Product(a.High, b.High));
        return Sound(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)), AreReached(a, b));
    }

    public static Range operator /(Range a, Range b) =>
        b.Low > 0 || b.High < 0 ? a * new Range(1 / b.High, 1 / b.Low, b.IsReached) : Unknown;

    private static bool AreReached(Range a, Range b) => (a.IsReached && b.Width == 0) || (b.IsReached && a.Width == 0);

    // 0 · ∞ is an end that is 0 times one that is not reached.
    private static double Product(double a, double b) => a == 0 || b == 0 ? 0 : a * b;

    private static Range Sound(double low, double high, bool isReached) => double.IsNaN(low) || double.IsNaN(high) ? Unknown
        : new Range(low, high, isReached);
}
