using System;

namespace LossGen;

/// <summary>Class indices as rows of zeros with a single one, and back.</summary>
public static class OneHot
{
    /// <summary>Rows × classes with a one at each row's class.</summary>
    /// <param name="indices">A class index per row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is not a class, or there are no classes.</exception>
    public static float[] Encode(ReadOnlySpan<int> indices, int classes)
    {
        CheckClasses(classes);
        long elements = (long)indices.Length * classes;
        if (elements > int.MaxValue)
        {
            throw new ArgumentException(FormattableString.Invariant($"'indices' has {indices.Length} elements; {elements} are needed for that many rows × {classes} classes, more than an array holds."), nameof(indices));
        }

        float[] rows = new float[elements];
        Encode(indices, classes, rows);
        return rows;
    }

    /// <summary>Writes rows × classes with a one at each row's class.</summary>
    /// <param name="indices">A class index per row.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <param name="destination">Rows × classes.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not a class, or there are no classes; nothing is written.</exception>
    public static void Encode(ReadOnlySpan<int> indices, int classes, Span<float> destination) => Write(indices, classes, destination, 1f);

    /// <inheritdoc cref="Encode(ReadOnlySpan{int}, int, Span{float})"/>
    public static void Encode(ReadOnlySpan<int> indices, int classes, Span<double> destination) => Write(indices, classes, destination, 1d);

    /// <summary>The class index of each row.</summary>
    /// <param name="rows">Rows × classes, each row with a single 1 and otherwise 0.</param>
    /// <param name="classes">The number of classes, 1 or more.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of rows, or a row is not one-hot.</exception>
    public static int[] Decode(ReadOnlySpan<float> rows, int classes)
    {
        int[] indices = new int[Rows(rows.Length, classes)];
        for (int row = 0; row < indices.Length; row++)
        {
            indices[row] = -1;
            for (int k = 0; k < classes; k++)
            {
                indices[row] = Next(indices[row], rows[(row * classes) + k], row, k);
            }

            CheckFound(indices[row], row);
        }

        return indices;
    }

    /// <inheritdoc cref="Decode(ReadOnlySpan{float}, int)"/>
    public static int[] Decode(ReadOnlySpan<double> rows, int classes)
    {
        int[] indices = new int[Rows(rows.Length, classes)];
        for (int row = 0; row < indices.Length; row++)
        {
            indices[row] = -1;
            for (int k = 0; k < classes; k++)
            {
                indices[row] = Next(indices[row], rows[(row * classes) + k], row, k);
            }

            CheckFound(indices[row], row);
        }

        return indices;
    }

    private static void Write<T>(ReadOnlySpan<int> indices, int classes, Span<T> destination, T one)
    {
        CheckEncoding(indices, classes, destination.Length);
        destination.Clear();
        for (int row = 0; row < indices.Length; row++)
        {
            destination[(row * classes) + indices[row]] = one;
        }
    }

    private static int Next(int found, double value, int row, int k) => (value, found) switch
    {
        (0, _) => found,
        (1, -1) => k,
        (1, _) => throw new ArgumentException(FormattableString.Invariant($"Row {row} is not one-hot: it has a 1 for class {found} and one for class {k}."), "rows"),
        _ => throw new ArgumentException(FormattableString.Invariant($"Row {row} is not one-hot: it has {value} for class {k}. For soft labels, take the largest instead."), "rows"),
    };

    private static void CheckFound(int index, int row)
    {
        if (index < 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"Row {row} is not one-hot: it has no 1."), "rows");
        }
    }

    private static int Rows(int length, int classes)
    {
        CheckClasses(classes);
        return length % classes == 0
            ? length / classes
            : throw new ArgumentException(FormattableString.Invariant($"'rows' has {length} elements, which is not a whole number of rows of {classes} classes."), "rows");
    }

    private static void CheckClasses(int classes)
    {
        if (classes < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(classes), classes, FormattableString.Invariant($"'classes' is {classes}; it must be 1 or more."));
        }
    }

    private static void CheckEncoding(ReadOnlySpan<int> indices, int classes, int length)
    {
        CheckClasses(classes);
        if (length != (long)indices.Length * classes)
        {
            throw new ArgumentException(FormattableString.Invariant($"'destination' has {length} elements; {(long)indices.Length * classes} are needed, {indices.Length} rows × {classes} classes."), "destination");
        }

        for (int row = 0; row < indices.Length; row++)
        {
            if ((uint)indices[row] >= (uint)classes)
            {
                throw new ArgumentOutOfRangeException(nameof(indices), indices[row], FormattableString.Invariant($"The class index {indices[row]} in row {row} is not in 0 … {classes - 1} ({classes} classes)."));
            }
        }
    }
}
