using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>
/// One vector to one number, in every lane: the lanes are combined in the order of <c>SumOfEach…</c> and its like, so a row alone has the bits
/// that it has in a block. Written for Vector256; the build derives the other widths.
/// </content>
public static partial class Lanes
{
    /// <summary>The sum of the lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SumOfRow(Vector256<float> x)
    {
        x += Swapped(x, 2);
        x += Swapped(x, 1);
        if (Vector256<float>.Count > 4)
        {
            x += Swapped(x, Vector256<float>.Count / 2);
        }

        if (Vector256<float>.Count > 8)
        {
            x += Swapped(x, Vector256<float>.Count / 4);
        }

        return x;
    }

    /// <summary>The largest lane, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MaxOfRow(Vector256<float> x)
    {
        for (int distance = Vector256<float>.Count / 2; distance > 0; distance /= 2)
        {
            x = Vector256.MaxNative(x, Swapped(x, distance));
        }

        return x;
    }

    /// <summary>The smallest lane, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MinOfRow(Vector256<float> x) => -MaxOfRow(-x);

    /// <summary>The sum of the lanes without one of the largest terms, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OthersOfRow(Vector256<float> sums, Vector256<float> tops)
    {
        Join(ref sums, ref tops, Swapped(sums, 2), Swapped(tops, 2));
        Join(ref sums, ref tops, Swapped(sums, 1), Swapped(tops, 1));
        if (Vector256<float>.Count > 4)
        {
            Join(ref sums, ref tops, Swapped(sums, Vector256<float>.Count / 2), Swapped(tops, Vector256<float>.Count / 2));
        }

        if (Vector256<float>.Count > 8)
        {
            Join(ref sums, ref tops, Swapped(sums, Vector256<float>.Count / 4), Swapped(tops, Vector256<float>.Count / 4));
        }

        return sums + (tops - tops);
    }

    /// <inheritdoc cref="SumOfRow(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SumOfRow(Vector256<double> x)
    {
        if (Vector256<double>.Count > 4)
        {
            x += Swapped(x, 4);
        }

        x += Swapped(x, 1);
        return Vector256<double>.Count > 2 ? x + Swapped(x, 2) : x;
    }

    /// <inheritdoc cref="MaxOfRow(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MaxOfRow(Vector256<double> x)
    {
        for (int distance = Vector256<double>.Count / 2; distance > 0; distance /= 2)
        {
            x = Vector256.MaxNative(x, Swapped(x, distance));
        }

        return x;
    }

    /// <inheritdoc cref="MinOfRow(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MinOfRow(Vector256<double> x) => -MaxOfRow(-x);

    /// <inheritdoc cref="OthersOfRow(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OthersOfRow(Vector256<double> sums, Vector256<double> tops)
    {
        if (Vector256<double>.Count > 4)
        {
            Join(ref sums, ref tops, Swapped(sums, 4), Swapped(tops, 4));
        }

        Join(ref sums, ref tops, Swapped(sums, 1), Swapped(tops, 1));
        if (Vector256<double>.Count > 2)
        {
            Join(ref sums, ref tops, Swapped(sums, 2), Swapped(tops, 2));
        }

        return sums + (tops - tops);
    }

    /// <summary>Each lane's partner so many lanes away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Swapped(Vector256<float> x, int distance) =>
        Vector256.Shuffle(x, Vector256<int>.Indices ^ Vector256.Create(distance));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Swapped(Vector256<double> x, int distance) =>
        Vector256.Shuffle(x, Vector256<long>.Indices ^ Vector256.Create((long)distance));
}
