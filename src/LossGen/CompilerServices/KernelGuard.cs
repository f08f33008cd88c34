using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.CompilerServices;

/// <summary>The argument checks of generated kernels, all made before anything is written. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelGuard
{
    /// <summary>The number of rows in <paramref name="length"/> elements.</summary>
    /// <exception cref="ArgumentException">The length is not a multiple of the class count.</exception>
    public static int Rows(int length, int classes, string parameter)
    {
        int rows = length / classes;
        if (rows * classes != length)
        {
            ThrowNotWholeRows(length, classes, parameter);
        }

        return rows;
    }

    /// <summary>Checks the distance of rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A row has no room for its classes.</exception>
    public static void RowStride(int rowStride, int classes, string parameter)
    {
        if (rowStride < classes)
        {
            ThrowRowStride(rowStride, classes, parameter);
        }
    }

    /// <summary>The number of rows in <paramref name="length"/> elements. The last row may end behind its classes.</summary>
    /// <exception cref="ArgumentException">The last row has fewer elements than classes.</exception>
    public static int PaddedRows(int length, int classes, int rowStride, string parameter)
    {
        int rows = (int)(((long)length + rowStride - 1) / rowStride);
        if (rows > 0 && length - ((long)(rows - 1) * rowStride) < classes)
        {
            ThrowNotWholePaddedRows(length, classes, rowStride, parameter);
        }

        return rows;
    }

    /// <summary>Checks the length of a span with as many rows as another one. The last row may end behind its classes.</summary>
    /// <exception cref="ArgumentException">It has another number of rows.</exception>
    public static void PaddedLength(int length, int rows, int classes, int rowStride, string parameter, string source)
    {
        long least = rows == 0 ? 0 : ((long)(rows - 1) * rowStride) + classes;
        if (length < least || length > (long)rows * rowStride)
        {
            ThrowPaddedLength(length, least, rows, rowStride, parameter, source);
        }
    }

    /// <summary>The number of features per class in <paramref name="length"/> weights.</summary>
    /// <exception cref="ArgumentException">The length is not a multiple of the class count.</exception>
    public static int Features(int length, int classes, string parameter)
    {
        int features = length / classes;
        if (features * classes != length)
        {
            ThrowNotWholeWeights(length, classes, parameter);
        }

        return features;
    }

    /// <summary>The number of rows in <paramref name="length"/> features. Rows without features are counted by another span.</summary>
    /// <exception cref="ArgumentException">The length is not a multiple of the features per class.</exception>
    public static int FeatureRows(int length, int features, int rowsOfOthers, string parameter, string weights)
    {
        if (features == 0 ? length != 0 : length % features != 0)
        {
            ThrowNotWholeFeatures(length, features, parameter, weights);
        }

        return features == 0 ? rowsOfOthers : length / features;
    }

    /// <summary>The number of positions in <paramref name="length"/> elements of N × classes × inner.</summary>
    /// <exception cref="ArgumentException">The length is not a multiple of classes × inner.</exception>
    public static int Positions(int length, int classes, int inner, string parameter)
    {
        long plane = (long)classes * inner;
        if (length % plane != 0)
        {
            ThrowNotWholePlanes(length, classes, inner, parameter);
        }

        return length / classes;
    }

    /// <summary>Checks a number of classes or of positions that is known at run time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is too small.</exception>
    public static void Count(int value, int least, string parameter)
    {
        if (value < least)
        {
            ThrowCount(value, least, parameter);
        }
    }

    /// <summary>Checks a span's length.</summary>
    /// <param name="actual">The span's length.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="parameter">The span's name.</param>
    /// <param name="reason">What sets the expected length: <c>one per row of 'logits' (30 ÷ 10 classes)</c>.</param>
    /// <exception cref="ArgumentException">The length differs.</exception>
    public static void Length(int actual, long expected, string parameter, string reason)
    {
        if (actual != expected)
        {
            ThrowLength(actual, expected, parameter, reason);
        }
    }

    /// <summary>Checks that a span that is written shares no memory with another one.</summary>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void Apart<TWritten, TOther>(ReadOnlySpan<TWritten> written, ReadOnlySpan<TOther> other, string writtenName, string otherName)
        where TWritten : unmanaged
        where TOther : unmanaged
    {
        if (Overlap(written, other, out _))
        {
            ThrowOverlap(writtenName, otherName, string.Empty);
        }
    }

    /// <summary>Checks that a span that is written is the very memory of the logits, or shares none with it.</summary>
    /// <exception cref="ArgumentException">They overlap in part.</exception>
    public static void ApartOrSame<T>(ReadOnlySpan<T> written, ReadOnlySpan<T> logits, string writtenName, string logitsName)
        where T : unmanaged
    {
        if (Overlap(written, logits, out nint distance) && distance != 0)
        {
            ThrowOverlap(writtenName, logitsName, " in part; it may only be the very same memory");
        }
    }

    /// <summary>Checks the length of a span with one element per pair of classes: their number may be more than any length.</summary>
    /// <exception cref="ArgumentException">The length differs.</exception>
    public static void Pairs(int actual, int classes, string parameter, string reason)
    {
        if (actual != (long)classes * classes)
        {
            ThrowLength(actual, (long)classes * classes, parameter, reason);
        }
    }

    /// <summary>How many elements of memory of its own a kernel needs whose number of classes is known at run time.</summary>
    /// <exception cref="ArgumentException">No array has as many.</exception>
    public static int Tile(int classes, int perClass, int besides)
    {
        long elements = ((long)classes * perClass) + besides;
        if (elements > Array.MaxLength)
        {
            ThrowTile(classes, elements);
        }

        return (int)elements;
    }

    /// <summary>Whether spans share memory. Their bytes are counted in full: an int holds no more than 2 GiB.</summary>
    private static bool Overlap<TFirst, TSecond>(ReadOnlySpan<TFirst> first, ReadOnlySpan<TSecond> second, out nint distance)
        where TFirst : unmanaged
        where TSecond : unmanaged
    {
        distance = Unsafe.ByteOffset(ref Unsafe.As<TFirst, byte>(ref MemoryMarshal.GetReference(first)), ref Unsafe.As<TSecond, byte>(ref MemoryMarshal.GetReference(second)));
        if (first.IsEmpty || second.IsEmpty)
        {
            return false;
        }

        nint firstBytes = (nint)first.Length * Unsafe.SizeOf<TFirst>();
        nint secondBytes = (nint)second.Length * Unsafe.SizeOf<TSecond>();
        return distance < firstBytes && distance > -secondBytes;
    }

    [DoesNotReturn]
    private static void ThrowTile(int classes, long elements) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'classes' is too large: {classes} classes would need {elements} elements of memory between the passes, more than the {Array.MaxLength} of an array."),
        nameof(classes));

    [DoesNotReturn]
    private static void ThrowCount(int value, int least, string parameter) => throw new ArgumentOutOfRangeException(
        parameter,
        value,
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' is {value}; it must be {least} or more."));

    [DoesNotReturn]
    private static void ThrowNotWholeRows(int length, int classes, string parameter) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' has {length} elements, which is not a whole number of rows of {classes} classes."),
        parameter);

    [DoesNotReturn]
    private static void ThrowRowStride(int rowStride, int classes, string parameter) => throw new ArgumentOutOfRangeException(
        parameter,
        rowStride,
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' is {rowStride}, and a row has {classes} classes; rows are at least as many elements apart."));

    [DoesNotReturn]
    private static void ThrowNotWholePaddedRows(int length, int classes, int rowStride, string parameter) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' has {length} elements: behind {length / rowStride} rows of {rowStride} are {length % rowStride}, too few for a row of {classes} classes."),
        parameter);

    [DoesNotReturn]
    private static void ThrowPaddedLength(int length, long least, int rows, int rowStride, string parameter, string source) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' has {length} elements; {least} to {(long)rows * rowStride} are needed, {rows} rows of {rowStride} as in '{source}'."),
        parameter);

    [DoesNotReturn]
    private static void ThrowNotWholeWeights(int length, int classes, string parameter) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' has {length} elements, which is not the same number of features for each of {classes} classes."),
        parameter);

    [DoesNotReturn]
    private static void ThrowNotWholeFeatures(int length, int features, string parameter, string weights) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' has {length} elements, which is not a whole number of rows of {features} features, as many as '{weights}' has for each class."),
        parameter);

    [DoesNotReturn]
    private static void ThrowNotWholePlanes(int length, int classes, int inner, string parameter) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' has {length} elements, which is not a whole number of planes of {classes} classes × {inner} positions."),
        parameter);

    [DoesNotReturn]
    private static void ThrowLength(int actual, long expected, string parameter, string reason) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{parameter}' has {actual} elements; {expected} are needed, {reason}."),
        parameter);

    [DoesNotReturn]
    private static void ThrowOverlap(string written, string other, string how) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{written}' is written and overlaps '{other}'{how}."),
        written);
}
