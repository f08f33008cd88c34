namespace LossGen.Numerics;

/// <summary>
/// exp in float: x = n·ln 2 + r with |r| ≤ ½ ln 2, and exp(x) = 2ⁿ·(1 + r + r²·P(r)).
/// P is minimax (tools/minimax.py): the relative error of r + r²·P against expm1(r) is below 2⁻²⁸·⁷,
/// which leaves the ulp to the roundings.
/// </summary>
internal static class ExpF
{
    public const float Log2E = 1.44269504f;

    /// <summary>1.5·2²³: a number added to it is rounded to an integer, which then stands in the low bits.</summary>
    public const float Round = 12582912f;

    /// <summary>exp is 0 from here down: below half of the smallest denormal.</summary>
    public const float Lowest = -104f;

    /// <summary>exp is ∞ from here up; n stays 128.</summary>
    public const float Highest = 89f;

    /// <summary>expm1 is −1 from here down.</summary>
    public const float Expm1Lowest = -18f;

    /// <summary>expm1(x) = x·(1 + x/2 + …) is x to a quarter ulp below 2⁻²⁶.</summary>
    public const float Expm1Tiny = 1.4901161e-8f;

    public const float P0 = 0.5f;
    public const float P1 = 0.166666672f;
    public const float P2 = 0.0416663587f;
    public const float P3 = 0.00833327323f;
    public const float P4 = 0.00139407185f;
    public const float P5 = 0.000199140079f;
}

/// <summary>exp in double, as <see cref="ExpF"/>; the relative error of r + r²·P against expm1(r) is below 2⁻⁵⁹·⁸.</summary>
internal static class ExpD
{
    public const double Log2E = 1.4426950408889634;

    /// <summary>1.5·2⁵².</summary>
    public const double Round = 6755399441055744;

    public const double Lowest = -746;
    public const double Highest = 710;
    public const double Expm1Lowest = -38;

    /// <summary>2⁻⁵⁵.</summary>
    public const double Expm1Tiny = 2.7755575615628914e-17;

    public const double P0 = 0.5;
    public const double P1 = 0.16666666666666677;
    public const double P2 = 0.041666666666666699;
    public const double P3 = 0.0083333333333218476;
    public const double P4 = 0.0013888888888867277;
    public const double P5 = 0.00019841269885649584;
    public const double P6 = 2.4801587359900855e-05;
    public const double P7 = 2.7557244639375524e-06;
    public const double P8 = 2.7557243207569606e-07;
    public const double P9 = 2.5108900126641006e-08;
    public const double P10 = 2.0924328200062908e-09;
}
