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

    /// <summary>The first 26 bits: times another number of 26 bits it is exact.</summary>
    public const double Half = 0.6931471824645996;

    /// <summary>ln 2 − Half.</summary>
    public const double HalfTail = -1.9046542999577679e-9;

    /// <summary>The first 26 bits of 1 / ln 2.</summary>
    public const double ReciprocalHalf = 1.4426950514316559;

    /// <summary>1 / ln 2 − ReciprocalHalf.</summary>
    public const double ReciprocalTail = -1.0542692476429138e-8;
}

/// <summary>ln 10 in two parts, as <see cref="Ln2"/>.</summary>
internal static class Ln10
{
    /// <summary>The first 26 bits.</summary>
    public const double Half = 2.3025850653648376;

    /// <summary>ln 10 − Half.</summary>
    public const double HalfTail = 2.7629208037533616e-8;

    /// <summary>The binary logarithm of 10.</summary>
    public const double Log2 = 3.3219280948873623;

    /// <summary>The first 26 bits of 1 / ln 10.</summary>
    public const double ReciprocalHalf = 0.4342944845557213;

    /// <summary>1 / ln 10 − ReciprocalHalf.</summary>
    public const double ReciprocalTail = -2.6524694553078553e-9;
}
