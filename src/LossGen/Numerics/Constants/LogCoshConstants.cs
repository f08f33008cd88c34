namespace LossGen.Numerics;

/// <summary>log cosh x = z·P(z) with z = x², up to |x| = ¾. P is minimax (tools/minimax.py), relative error below 2⁻⁵⁶·⁹.</summary>
internal static class LogCoshD
{
    public const double Switch = 0.75;

    public const double P0 = 0.5;
    public const double P1 = -0.083333333333332704;
    public const double P2 = 0.022222222222159329;
    public const double P3 = -0.0067460317435448416;
    public const double P4 = 0.0021869488024134796;
    public const double P5 = -0.00073860233162255373;
    public const double P6 = 0.00025657559047777289;
    public const double P7 = -9.0963038611333819e-05;
    public const double P8 = 3.2681130645123572e-05;
    public const double P9 = -1.1703950831625391e-05;
    public const double P10 = 3.9545795904660723e-06;
    public const double P11 = -1.0886208675086992e-06;
    public const double P12 = 1.7155373806023588e-07;
}
