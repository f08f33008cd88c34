using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>An exponential for vectors of 16 floats, which a register holds a table for.</content>
public static partial class KernelMath
{
    // 1.5·2¹⁹ rounds to sixteenths, and leaves in the low four bits which of them it was.
    private const float SixteenthsMagic = 786432f;

    // Below it, less than half of the least subnormal number is left.
    private const float TableFloor = -103.972076f;

    // A little further down, so that all remainders are finite: of −∞, too.
    private const float TableReach = -104.5f;

    private const float FloatLn2 = 0.6931472f;

    private const float FloatLn2Rest = -1.9046542e-9f;

    /// <summary>
    /// eˣ for x ≤ 0; NaN for NaN. eˣ = 2ⁿ·eᶠ with n = round(16·x / ln 2) / 16, so that |f| ≤ ln2/32 and two terms behind f suffice
    /// (relative error 0.2 · 2⁻²⁴); 2^(n − ⌊n⌋) comes from a table. At most 1.08 ulp, and 1.19 where the result is subnormal. How long the
    /// chain of operations is counts as much as their number: so 2ⁿ is scaled beside the polynomial, and the digits of ln 2 that one float
    /// does not hold come in late.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpByTable(Vector512<float> x)
    {
        if (!Avx512F.IsSupported)
        {
            return Exp(x);
        }

        // The order of the operands keeps a NaN of x.
        var bounded = Vector512.MaxNative(Vector512.Create(TableReach), x);
        var biased = Vector512.MultiplyAddEstimate(bounded, Vector512.Create(1.44269504f), Vector512.Create(SixteenthsMagic));
        var n = biased - Vector512.Create(SixteenthsMagic);
        var rough = Vector512.MultiplyAddEstimate(n, Vector512.Create(-FloatLn2), bounded);
        var f = Vector512.MultiplyAddEstimate(n, Vector512.Create(-FloatLn2Rest), rough);

        // Nothing is left below the floor. There it is 0 that is scaled, since scaling a number down to 0 costs a hundred cycles and more on
        // some processors; a NaN is not below, and n brings it back.
        var fraction = Vector512.ConditionalSelect(
            Avx512F.CompareNotLessThan(x, Vector512.Create(TableFloor)),
            Avx512F.PermuteVar16x32(
                Vector512.Create(1f, 1.04427373f, 1.09050775f, 1.13878858f, 1.18920708f, 1.24185777f, 1.29683959f, 1.35425556f,
                    1.41421354f, 1.47682619f, 1.54221082f, 1.61049032f, 1.68179286f, 1.75625217f, 1.8340081f, 1.91520655f),
                biased.AsInt32()),
            Vector512<float>.Zero);
        var power = Avx512F.Scale(fraction, n);
        var tail = Vector512.MultiplyAddEstimate(rough, Vector512.Create(0.16666667f), Vector512.Create(0.5f));
        return Vector512.MultiplyAddEstimate(Vector512.MultiplyAddEstimate(rough * rough, tail, f), power, power);
    }
}
