using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.CompilerServices;

/// <summary>The rows of matrices and tensors as spans, without a copy. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelRows
{
    /// <summary>The elements of a matrix, row by row. It has one column per class.</summary>
    /// <exception cref="ArgumentNullException">There is no matrix.</exception>
    /// <exception cref="ArgumentException">The matrix has another number of columns.</exception>
    public static Span<T> Of<T>(T[,] matrix, int classes, string parameter)
    {
        ArgumentNullException.ThrowIfNull(matrix, parameter);
        if (matrix.Length > 0 && matrix.GetLength(1) != classes)
        {
            ThrowColumns(matrix.GetLength(1), classes, parameter);
        }

        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);
    }

    /// <summary>The same for a matrix that may be absent: null has no rows.</summary>
    /// <exception cref="ArgumentException">The matrix has another number of columns.</exception>
    public static Span<T> OfOptional<T>(T[,]? matrix, int classes, string parameter) =>
        matrix is null ? default : Of(matrix, classes, parameter);

    /// <summary>How many elements a span over a tensor has. The tensor's last dimension has one element per class.</summary>
    /// <exception cref="ArgumentException">
    /// The last dimension has another length, the elements have gaps, or they are too many for a span.
    /// </exception>
    public static int LengthOf(ReadOnlySpan<nint> lengths, bool isDense, nint length, int classes, string parameter)
    {
        if (length == 0)
        {
            return 0;
        }

        if (lengths[^1] != classes)
        {
            ThrowLastDimension(lengths[^1], classes, parameter);
        }

        if (!isDense || length > int.MaxValue)
        {
            ThrowNoSpan(lengths, isDense, length, parameter);
        }

        return (int)length;
    }

    [DoesNotReturn]
    private static void ThrowColumns(int columns, int classes, string parameter) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' has {columns} columns, but a row has {classes} classes."),
        parameter);

    [DoesNotReturn]
    private static void ThrowLastDimension(nint length, int classes, string parameter) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"The last dimension of '{parameter}' has {length} elements, but a row has {classes} classes."),
        parameter);

    [DoesNotReturn]
    private static void ThrowNoSpan(ReadOnlySpan<nint> lengths, bool isDense, nint length, string parameter)
    {
        string shape = string.Join(" × ", lengths.ToArray());
        throw new ArgumentException(
            isDense
                ? string.Create(CultureInfo.InvariantCulture, $"'{parameter}' has {length} elements ({shape}), and a span at most {int.MaxValue}.")
                : $"'{parameter}' has gaps between its {shape} elements: they are part of a larger tensor, or transposed; pass ToDenseTensor().",
            parameter);
    }
}
