namespace LossGen.Numerics;

/// <summary>tanh in float below 1: x + x·z·P(z) with z = x². P is minimax (tools/minimax.py), relative error of tanh below 2⁻²⁷.</summary>
internal static class TanhF
{
    public const float P0 = -0.333332986f;
    public const float P1 = 0.133323923f;
    public const float P2 = -0.0538824052f;
    public const float P3 = 0.0214935075f;
    public const float P4 = -0.00795548316f;
    public const float P5 = 0.00230779895f;
    public const float P6 = -0.000360201957f;
}
