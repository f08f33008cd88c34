namespace LossGen.Numerics;

/// <summary>
/// Functions of float that several roundings in float would take past their bound are computed in double, with polynomials just long enough
/// (tools/minimax.py): eʳ = 1 + r + r²·E(r) for |r| ≤ ½ ln 2 and log1p(t) = t·L(t) for 0 ≤ t ≤ 1, relative errors below 2⁻³¹.
/// </summary>
internal static class FloatInDouble
{
    public const double Ln2 = 0.69314718055994531;

    /// <summary>e to this is less than half of the smallest denormal float.</summary>
    public const double Lowest = -110;

    public const double E0 = 0.50000000445558279;
    public const double E1 = 0.16666666815219233;
    public const double E2 = 0.041666359582692547;
    public const double E3 = 0.0083332734010552519;
    public const double E4 = 0.0013940718515167384;
    public const double E5 = 0.00019914007483224001;

    public const double L0 = 0.99999999988203891;
    public const double L1 = -0.49999996501157429;
    public const double L2 = 0.3333316025362914;
    public const double L3 = -0.24996613533426676;
    public const double L4 = 0.19965304245291898;
    public const double L5 = -0.16452879078919028;
    public const double L6 = 0.13426555181862213;
    public const double L7 = -0.1012438833053687;
    public const double L8 = 0.064007996346148482;
    public const double L9 = -0.030172636892030619;
    public const double L10 = 0.0090810065948767598;
    public const double L11 = -0.0012806078202851456;
}
