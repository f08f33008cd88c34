namespace LossGen.Numerics;

/// <summary>
/// ln 2 in two parts after Cody and Waite: the head has few enough bits that n·Head is exact for every exponent n,
/// with or without fused multiply-add, so that x − n·Head − n·Tail rounds only once.
/// </summary>
internal static class Ln2
{
    /// <summary>The first 15 bits.</summary>
    public const float HeadF = 0.693145751953125f;

    /// <summary>ln 2 − HeadF.</summary>
    public const float TailF = 1.4286068203094172e-6f;

    /// <summary>The first 40 bits.</summary>
    public const double Head = 0.6931471805601177;

    /// <summary>ln 2 − Head.</summary>
    public const double Tail = -1.7239444525614835e-13;
}
