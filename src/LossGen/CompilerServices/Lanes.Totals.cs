using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>Sums over a batch or a long row are kept in double. Written for Vector256; the build derives the other widths.</content>
public static partial class Lanes
{
    /// <summary>Adds the lanes to a total in double, whose own lanes have no meaning: only their sum has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AddTo(Vector256<double> total, Vector256<float> values) =>
        total + (Vector256.WidenLower(values) + Vector256.WidenUpper(values));

    /// <summary>Adds the lanes to a total.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AddTo(Vector256<double> total, Vector256<double> values) => total + values;

    /// <summary>The first lanes; the others become 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> First(Vector256<float> values, int count) =>
        Vector256.LessThan(Vector256<float>.Indices, Vector256.Create((float)count)) & values;

    /// <summary>The first lanes; the others become 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> First(Vector256<double> values, int count) =>
        Vector256.LessThan(Vector256<double>.Indices, Vector256.Create((double)count)) & values;

    /// <summary>The sum of the largest exponentials of a row's lanes, without one of those that are exactly 1: the row's own largest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double TopsButOne(Vector256<float> tops)
    {
        var ones = Vector256.Equals(tops, Vector256<float>.One);
        return Vector256.Sum(AddTo(Vector256<double>.Zero, Vector256.AndNot(tops, ones))) + (BitOperations.PopCount(ones.ExtractMostSignificantBits()) - 1);
    }

    /// <inheritdoc cref="TopsButOne(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double TopsButOne(Vector256<double> tops)
    {
        var ones = Vector256.Equals(tops, Vector256<double>.One);
        return Vector256.Sum(Vector256.AndNot(tops, ones)) + (BitOperations.PopCount(ones.ExtractMostSignificantBits()) - 1);
    }
}
