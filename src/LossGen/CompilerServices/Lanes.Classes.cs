using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>Comparisons of class indices. Written for Vector256; the build derives the other widths.</content>
public static partial class Lanes
{
    /// <summary>In which lanes the index is a class. Compared where it is needed: so many masks at once would not fit the registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> IsClass(Vector256<int> indices, int k) => Vector256.Equals(indices, Vector256.Create(k)).AsSingle();

    /// <inheritdoc cref="IsClass(Vector256{int}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> IsClass(Vector256<long> indices, int k) => Vector256.Equals(indices, Vector256.Create((long)k)).AsDouble();

    /// <summary>Indices as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AsNumbers(Vector256<int> indices) => Vector256.ConvertToSingle(indices);

    /// <inheritdoc cref="AsNumbers(Vector256{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AsNumbers(Vector256<long> indices) => Vector256.ConvertToDouble(indices);
}
