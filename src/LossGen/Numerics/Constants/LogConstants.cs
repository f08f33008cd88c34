namespace LossGen.Numerics;

/// <summary>
/// log in float: x = 2ᵉ·(1 + f) with √½ ≤ 1 + f &lt; √2, and log(1 + f) = f − f²/2 + f³·P(f).
/// P is minimax (tools/minimax.py), relative error of the logarithm below 2⁻²⁷.
/// </summary>
internal static class LogF
{
    /// <summary>The bits of √½ (rounded up): where a mantissa starts.</summary>
    public const uint SqrtHalf = 0x3F3504F3;

    /// <summary>Bits of 1 minus bits of √½: added, it carries into the exponent exactly from √2 on.</summary>
    public const uint ToExponent = 0x3F800000 - SqrtHalf;

    public const uint Mantissa = 0x007FFFFF;

    /// <summary>The bits of 2²³: or-ed with a small integer, the bits of 2²³ + that integer.</summary>
    public const uint IntegerBits = 0x4B000000;

    /// <summary>2²³ and the exponent's bias.</summary>
    public const float Bias = 8388608f + 127;

    public const float MinNormal = 1.17549435e-38f;

    /// <summary>2²³ lifts every denormal to a normal number.</summary>
    public const float Lift = 8388608f;
    public const float LiftExponent = 23;

    public const float P0 = 0.333333313f;
    public const float P1 = -0.250008166f;
    public const float P2 = 0.200012371f;
    public const float P3 = -0.166235059f;
    public const float P4 = 0.142018363f;
    public const float P5 = -0.131592482f;
    public const float P6 = 0.127600133f;
    public const float P7 = -0.0763394833f;
}

/// <summary>
/// log in double: as <see cref="LogF"/> up to 1 + f, then log(1 + f) = 2·atanh(s) = 2s + s·z·P(z) with s = f / (2 + f), z = s².
/// Relative error below 2⁻⁵⁸.
/// </summary>
internal static class LogD
{
    public const ulong SqrtHalf = 0x3FE6A09E667F3BCD;
    public const ulong ToExponent = 0x3FF0000000000000 - SqrtHalf;
    public const ulong Mantissa = 0x000FFFFFFFFFFFFF;

    /// <summary>The bits of 2⁵².</summary>
    public const ulong IntegerBits = 0x4330000000000000;

    public const double Bias = 4503599627370496 + 1023.0;
    public const double MinNormal = 2.2250738585072014e-308;
    public const double Lift = 4503599627370496;
    public const double LiftExponent = 52;

    public const double P0 = 0.66666666666666985;
    public const double P1 = 0.3999999999961415;
    public const double P2 = 0.28571428703230384;
    public const double P3 = 0.22222202216323877;
    public const double P4 = 0.1818338963756663;
    public const double P5 = 0.15318225013709574;
    public const double P6 = 0.14756580878796716;
}
