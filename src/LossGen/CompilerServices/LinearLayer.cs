using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.Linear;

namespace LossGen.CompilerServices;

/// <summary>
/// A linear layer over a tile of rows: logits from features, and gradients back. Matrices lie row by row: features are rows × features, weights
/// are classes × features, logits and their gradient are rows × classes. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LinearLayer
{
    // A packed panel of so many steps by two vectors is 32 KB, and stays in the nearest cache beside six rows of the other factor.
    private const int PanelSteps = 256;
    private const int PanelBytes = 32768;

    // What a tile's features and logits may take: they should stay in the second-level cache until the gradient meets them again.
    private const int TileBytes = 1 << 19;

    // A multiple of a block's rows and of every vector's lanes.
    private const int RowsAlignment = 48;

    // Below this a packed panel is not used often enough; the tile then grows with the classes, up to its limit.
    private const int LeastTileRows = 96;
    private const int MostTileBytes = 12 << 20;

    /// <summary>The rows of a tile, which depend on the shape alone.</summary>
    public static int TileRows(int rows, int classes, int length, int elementSize)
    {
        long least = Math.Min(LeastTileRows, MostTileBytes / ((long)classes * elementSize));
        long wanted = Math.Max(least, TileBytes / (((long)classes + length) * elementSize));
        wanted -= wanted > RowsAlignment ? wanted % RowsAlignment : 0;
        return (int)Math.Clamp(wanted, 1, Math.Max(rows, 1));
    }

    /// <summary>Writes logits = features · weightsᵀ + bias for a tile.</summary>
    /// <param name="features">The tile's first feature.</param>
    /// <param name="weights">The first weight.</param>
    /// <param name="bias">One number per class, or nothing.</param>
    /// <param name="logits">The tile's first logit.</param>
    /// <param name="rows">Rows of the tile.</param>
    /// <param name="length">Features of a row.</param>
    /// <param name="classes">Logits of a row.</param>
    public static void Logits<T>(ref T features, ref T weights, ReadOnlySpan<T> bias, ref T logits, int rows, int length, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows; row++)
        {
            var target = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref logits, (nint)row * classes), classes);
            if (bias.IsEmpty)
            {
                target.Clear();
            }
            else
            {
                bias.CopyTo(target);
            }
        }

        if (classes < Products.BlockColumns<T>() && length >= Products.Lanes<T>())
        {
            Products.AddDots(ref features, ref weights, ref logits, new Factors(length, 1, length, classes), rows, classes, length);
            return;
        }

        AddPackedLogits(ref features, ref weights, ref logits, rows, length, classes);
    }

    /// <summary>Adds gradientᵀ · features, summed over the tile's rows, to the gradient of the weights.</summary>
    public static void AddWeightsGradient<T>(ref T gradient, ref T features, ref T weightsGradient, int rows, int length, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Six classes' gradients side by side are read once for every panel of features.
        Span<T> packed = stackalloc T[PanelSteps * Vector256Products.BlockRows];
        ref T first = ref packed[0];
        for (int start = 0; start < rows; start += PanelSteps)
        {
            int steps = Math.Min(PanelSteps, rows - start);
            for (int row = 0; row < classes; row += Vector256Products.BlockRows)
            {
                int count = Math.Min(Vector256Products.BlockRows, classes - row);
                for (int step = 0; step < steps; step++)
                {
                    ref T source = ref Unsafe.Add(ref gradient, ((nint)(start + step) * classes) + row);
                    for (int i = 0; i < count; i++)
                    {
                        Unsafe.Add(ref first, (step * count) + i) = Unsafe.Add(ref source, i);
                    }
                }

                Products.AddProduct(
                    ref first,
                    ref Unsafe.Add(ref features, (nint)start * length),
                    ref Unsafe.Add(ref weightsGradient, (nint)row * length),
                    new Factors(1, count, length, length),
                    count,
                    steps,
                    length);
            }
        }
    }

    /// <summary>Adds the tile's gradient, summed over its rows, to the gradient of the bias.</summary>
    public static void AddBiasGradient<T>(ref T gradient, ref T biasGradient, int rows, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T one = T.One;
        Products.AddProduct(ref one, ref gradient, ref biasGradient, new Factors(0, 0, classes, classes), 1, rows, classes);
    }

    /// <summary>Writes gradient · weights, the gradient with respect to the tile's features.</summary>
    public static void FeaturesGradient<T>(ref T gradient, ref T weights, ref T featuresGradient, int rows, int length, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows; row++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref featuresGradient, (nint)row * length), length).Clear();
        }

        for (int start = 0; start < classes; start += PanelSteps)
        {
            Products.AddProduct(
                ref Unsafe.Add(ref gradient, start),
                ref Unsafe.Add(ref weights, (nint)start * length),
                ref featuresGradient,
                new Factors(classes, 1, length, length),
                rows,
                Math.Min(PanelSteps, classes - start),
                length);
        }
    }

    private static unsafe void AddPackedLogits<T>(ref T features, ref T weights, ref T logits, int rows, int length, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> panel = stackalloc T[PanelBytes / sizeof(T)];
        ref T first = ref panel[0];
        for (int column = 0; column < classes; column += Products.BlockColumns<T>())
        {
            int columns = Math.Min(Products.BlockColumns<T>(), classes - column);
            for (int start = 0; start < length; start += PanelSteps)
            {
                int steps = Math.Min(PanelSteps, length - start);
                Pack(ref Unsafe.Add(ref weights, ((nint)column * length) + start), ref first, columns, steps, length);
                Products.AddProduct(
                    ref Unsafe.Add(ref features, start),
                    ref first,
                    ref Unsafe.Add(ref logits, column),
                    new Factors(length, 1, columns, classes),
                    rows,
                    steps,
                    columns);
            }
        }
    }

    /// <summary>Transposes: neighbouring columns of the panel are classes. By four classes and steps, so that both sides use their cache lines.</summary>
    private static void Pack<T>(ref T weights, ref T panel, int columns, int steps, int length)
    {
        int column = 0;
        for (; column + 4 <= columns; column += 4)
        {
            ref T source = ref Unsafe.Add(ref weights, (nint)column * length);
            ref T target = ref Unsafe.Add(ref panel, column);
            for (int step = 0; step < steps; step++)
            {
                T second = Unsafe.Add(ref source, length);
                T third = Unsafe.Add(ref source, 2 * (nint)length);
                T fourth = Unsafe.Add(ref source, 3 * (nint)length);
                target = source;
                Unsafe.Add(ref target, 1) = second;
                Unsafe.Add(ref target, 2) = third;
                Unsafe.Add(ref target, 3) = fourth;
                source = ref Unsafe.Add(ref source, 1);
                target = ref Unsafe.Add(ref target, columns);
            }
        }

        for (; column < columns; column++)
        {
            for (int step = 0; step < steps; step++)
            {
                Unsafe.Add(ref panel, (step * columns) + column) = Unsafe.Add(ref weights, ((nint)column * length) + step);
            }
        }
    }
}
