using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>From lanes to one value.</content>
public static partial class Lanes
{
    /// <summary>The largest lane. Where there are NaN, it may be NaN or the largest of some of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxAcross(Vector256<float> x) => MaxAcross(Vector128.MaxNative(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="MaxAcross(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxAcross(Vector128<float> x)
    {
        x = Vector128.MaxNative(x, Vector128.Shuffle(x, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(x, Vector128.Shuffle(x, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <inheritdoc cref="MaxAcross(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxAcross(Vector256<double> x) => MaxAcross(Vector128.MaxNative(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="MaxAcross(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxAcross(Vector128<double> x) => Vector128.MaxNative(x, Vector128.Shuffle(x, Vector128.Create(1L, 0L))).ToScalar();

    /// <summary>The smallest lane, where no lane is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MinAcross(Vector256<float> x) => MinAcross(Vector128.MinNative(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="MinAcross(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MinAcross(Vector128<float> x)
    {
        x = Vector128.MinNative(x, Vector128.Shuffle(x, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MinNative(x, Vector128.Shuffle(x, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <inheritdoc cref="MinAcross(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinAcross(Vector256<double> x) => MinAcross(Vector128.MinNative(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="MinAcross(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinAcross(Vector128<double> x) => Vector128.MinNative(x, Vector128.Shuffle(x, Vector128.Create(1L, 0L))).ToScalar();

    /// <inheritdoc cref="MaxAcross(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxAcross(Vector512<float> x) => MaxAcross(Vector256.MaxNative(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="MaxAcross(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxAcross(Vector512<double> x) => MaxAcross(Vector256.MaxNative(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="MinAcross(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MinAcross(Vector512<float> x) => MinAcross(Vector256.MinNative(x.GetLower(), x.GetUpper()));

    /// <inheritdoc cref="MinAcross(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinAcross(Vector512<double> x) => MinAcross(Vector256.MinNative(x.GetLower(), x.GetUpper()));
}
