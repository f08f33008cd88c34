using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.Oracle;

namespace LossGen.Tests.Numerics;

/// <summary>One function of VectorMath at every width, with what it is measured against.</summary>
/// <param name="Reference">In double, good to a few ulps of double: exact enough for a float.</param>
/// <param name="Exact">In arbitrary precision.</param>
internal sealed record VectorFunction(
    Func<Vector128<float>, Vector128<float>> Float128,
    Func<Vector256<float>, Vector256<float>> Float256,
    Func<Vector512<float>, Vector512<float>> Float512,
    Func<Vector128<double>, Vector128<double>> Double128,
    Func<Vector256<double>, Vector256<double>> Double256,
    Func<Vector512<double>, Vector512<double>> Double512,
    Func<double, double> Reference,
    Func<BigFloat, BigFloat> Exact)
{
    /// <summary>The promised error in ulps; docs/accuracy.md has the worse figure for machines without fused multiply-add.</summary>
    public static double FloatBound { get; } = IsFused() ? 1 : 1.125;

    public const double DoubleBound = 2;

    /// <summary>Values at the given width in bits; the length is a multiple of 16.</summary>
    public float[] Map(int width, ReadOnlySpan<float> x)
    {
        float[] y = new float[x.Length];
        switch (width)
        {
            case 128:
                Map(Cast<float, Vector128<float>>(x), MemoryMarshal.Cast<float, Vector128<float>>(y.AsSpan()), Float128);
                break;
            case 256:
                Map(Cast<float, Vector256<float>>(x), MemoryMarshal.Cast<float, Vector256<float>>(y.AsSpan()), Float256);
                break;
            default:
                Map(Cast<float, Vector512<float>>(x), MemoryMarshal.Cast<float, Vector512<float>>(y.AsSpan()), Float512);
                break;
        }

        return y;
    }

    /// <inheritdoc cref="Map(int, ReadOnlySpan{float})"/>
    public double[] Map(int width, ReadOnlySpan<double> x)
    {
        double[] y = new double[x.Length];
        switch (width)
        {
            case 128:
                Map(Cast<double, Vector128<double>>(x), MemoryMarshal.Cast<double, Vector128<double>>(y.AsSpan()), Double128);
                break;
            case 256:
                Map(Cast<double, Vector256<double>>(x), MemoryMarshal.Cast<double, Vector256<double>>(y.AsSpan()), Double256);
                break;
            default:
                Map(Cast<double, Vector512<double>>(x), MemoryMarshal.Cast<double, Vector512<double>>(y.AsSpan()), Double512);
                break;
        }

        return y;
    }

    /// <summary>Whether (1 + 2⁻¹²)² − (1 + 2⁻¹¹) keeps the 2⁻²⁴ that rounding the square drops.</summary>
    private static bool IsFused()
    {
        Vector128<float> factor = Vector128.Create(1 + MathF.ScaleB(1, -12));
        Vector128<float> rest = Vector128.MultiplyAddEstimate(factor, factor, Vector128.Create(-1 - MathF.ScaleB(1, -11)));
        return rest != Vector128<float>.Zero;
    }

    private static ReadOnlySpan<TVector> Cast<T, TVector>(ReadOnlySpan<T> x)
        where T : struct
        where TVector : struct => MemoryMarshal.Cast<T, TVector>(x);

    private static void Map<TVector>(ReadOnlySpan<TVector> x, Span<TVector> y, Func<TVector, TVector> function)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = function(x[i]);
        }
    }
}
