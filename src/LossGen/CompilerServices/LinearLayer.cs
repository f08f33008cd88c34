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

    // Narrow weights are widened by so much at a time.
    private const int WidenedBytes = 1 << 20;

    // Classes whose products with a row are summed side by side.
    private const int ClassesOfDots = 3;

    /// <summary>The rows of a tile, which depend on the shape alone.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="classes">Logits of a row.</param>
    /// <param name="length">Features of a row.</param>
    /// <param name="elementSize">The bytes of a number in the tile.</param>
    /// <param name="beside">How many numbers of a row the tile holds beside its logits.</param>
    public static int TileRows(int rows, int classes, int length, int elementSize, int beside = 0)
    {
        long least = Math.Min(LeastTileRows, MostTileBytes / (((long)classes + beside) * elementSize));
        long wanted = Math.Max(least, TileBytes / (((long)classes + length) * elementSize));
        wanted -= wanted > RowsAlignment ? wanted % RowsAlignment : 0;
        return (int)Math.Clamp(wanted, 1, Math.Max(rows, 1));
    }

    /// <summary>Writes logits = features · weightsᵀ + bias for a tile. Weights and bias may be narrower in memory than what is computed with.</summary>
    /// <param name="features">The tile's first feature.</param>
    /// <param name="weights">The first weight.</param>
    /// <param name="bias">One number per class, or nothing.</param>
    /// <param name="logits">The tile's first logit.</param>
    /// <param name="rows">Rows of the tile.</param>
    /// <param name="length">Features of a row.</param>
    /// <param name="classes">Logits of a row.</param>
    public static void Logits<T, TWeights, TBias>(
        ref T features, ref TWeights weights, ReadOnlySpan<TBias> bias, ref T logits, int rows, int length, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TWeights : unmanaged
        where TBias : unmanaged
    {
        Begin(bias, ref logits, rows, classes);
        if (classes < Products.BlockColumns<T>() && length >= Products.Lanes<T>())
        {
            AddDots(ref features, ref weights, ref logits, rows, length, classes);
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
    public static void FeaturesGradient<T, TWeights>(ref T gradient, ref TWeights weights, ref T featuresGradient, int rows, int length, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TWeights : unmanaged
    {
        for (int row = 0; row < rows; row++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref featuresGradient, (nint)row * length), length).Clear();
        }

        bool isNarrow = typeof(T) != typeof(TWeights);
        int most = isNarrow ? Math.Min(PanelSteps, ClassesAtOnce<T>(length)) : PanelSteps;
        using var wide = new KernelTile<T>(isNarrow ? Math.Min(most, classes) * length : 0);
        for (int start = 0; start < classes; start += most)
        {
            int count = Math.Min(most, classes - start);
            Products.AddProduct(
                ref Unsafe.Add(ref gradient, start),
                ref Wide(ref Unsafe.Add(ref weights, (nint)start * length), ref wide.First, count * length),
                ref featuresGradient,
                new Factors(classes, 1, length, length),
                rows,
                count,
                length);
        }
    }

    /// <summary>Logits begin as the bias, or as 0.</summary>
    private static void Begin<T, TBias>(ReadOnlySpan<TBias> bias, ref T logits, int rows, int classes)
        where T : unmanaged
        where TBias : unmanaged
    {
        var all = MemoryMarshal.CreateSpan(ref logits, rows * classes);
        if (bias.IsEmpty || rows == 0)
        {
            all.Clear();
            return;
        }

        var first = all[..classes];
        MemoryMarshal.CreateReadOnlySpan(ref Wide(ref MemoryMarshal.GetReference(bias), ref logits, classes), classes).CopyTo(first);
        for (int row = 1; row < rows; row++)
        {
            first.CopyTo(all.Slice(row * classes, classes));
        }
    }

    private static void AddDots<T, TWeights>(ref T features, ref TWeights weights, ref T logits, int rows, int length, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TWeights : unmanaged
    {
        bool isNarrow = typeof(T) != typeof(TWeights);
        int most = isNarrow ? Math.Min(ClassesAtOnce<T>(length), classes) : classes;
        using var wide = new KernelTile<T>(isNarrow ? most * length : 0);
        for (int start = 0; start < classes; start += most)
        {
            int count = Math.Min(most, classes - start);
            ref T factor = ref Wide(ref Unsafe.Add(ref weights, (nint)start * length), ref wide.First, count * length);
            Products.AddDots(ref features, ref factor, ref Unsafe.Add(ref logits, start), new Factors(length, 1, length, classes), rows, count, length);
        }
    }

    private static unsafe void AddPackedLogits<T, TWeights>(ref T features, ref TWeights weights, ref T logits, int rows, int length, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TWeights : unmanaged
    {
        bool isNarrow = typeof(T) != typeof(TWeights);
        Span<T> panel = stackalloc T[PanelBytes / sizeof(T)];
        Span<T> widened = stackalloc T[isNarrow ? PanelSteps : 1];
        ref T first = ref panel[0];
        for (int column = 0; column < classes; column += Products.BlockColumns<T>())
        {
            int columns = Math.Min(Products.BlockColumns<T>(), classes - column);
            for (int start = 0; start < length; start += PanelSteps)
            {
                int steps = Math.Min(PanelSteps, length - start);
                ref TWeights source = ref Unsafe.Add(ref weights, ((nint)column * length) + start);
                if (isNarrow)
                {
                    PackNarrow(ref source, ref first, widened, columns, steps, length);
                }
                else
                {
                    Pack(ref Unsafe.As<TWeights, T>(ref source), ref first, columns, steps, length);
                }

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

    /// <summary>Numbers of <typeparamref name="T"/>: the stored ones where they are that, and else those that are widened into a memory.</summary>
    private static ref T Wide<T, TStored>(ref TStored stored, ref T memory, int count)
        where T : unmanaged
        where TStored : unmanaged
    {
        if (typeof(T) == typeof(TStored))
        {
            return ref Unsafe.As<TStored, T>(ref stored);
        }

        KernelStorage.Widen(ref stored, ref Unsafe.As<T, float>(ref memory), count);
        return ref memory;
    }

    /// <summary>For how many classes weights are widened at once: whole blocks of dot products.</summary>
    private static unsafe int ClassesAtOnce<T>(int length)
        where T : unmanaged => (int)Math.Max(ClassesOfDots, WidenedBytes / ((long)Math.Max(length, 1) * sizeof(T)) / ClassesOfDots * ClassesOfDots);

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
            PackClass(ref Unsafe.Add(ref weights, (nint)column * length), ref Unsafe.Add(ref panel, column), columns, steps);
        }
    }

    /// <summary>The same for narrow weights, a class at a time.</summary>
    private static void PackNarrow<T, TWeights>(ref TWeights weights, ref T panel, Span<T> widened, int columns, int steps, int length)
        where T : unmanaged
        where TWeights : unmanaged
    {
        for (int column = 0; column < columns; column++)
        {
            ref T source = ref Wide(ref Unsafe.Add(ref weights, (nint)column * length), ref widened[0], steps);
            PackClass(ref source, ref Unsafe.Add(ref panel, column), columns, steps);
        }
    }

    private static void PackClass<T>(ref T weights, ref T panel, int columns, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            Unsafe.Add(ref panel, step * columns) = Unsafe.Add(ref weights, step);
        }
    }
}
