using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>A batch whose spans are pinned, while <see cref="KernelParallel"/> runs. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct KernelBatch
{
    /// <summary>Of more logits than these, most are not in a core's own cache any more when the next pass comes: 2 MB of floats.</summary>
    public const int CachedElements = 1 << 19;

    private readonly nint[] places;
    private readonly double[] numbers;

    internal KernelBatch(nint[] places, double[] numbers)
    {
        this.places = places;
        this.numbers = numbers;
    }

    /// <summary>An element of a span.</summary>
    public ref T Element<T>(int span, nint index)
        where T : unmanaged => ref Unsafe.Add(ref Unsafe.AsRef<T>((void*)places[span]), index);

    /// <summary>The same batch with another place for a span; itself for the span −1.</summary>
    internal KernelBatch With(int span, nint place)
    {
        if (span < 0)
        {
            return this;
        }

        nint[] copy = [.. places];
        copy[span] = place;
        return new KernelBatch(copy, numbers);
    }

    /// <summary>One of the numbers that every part needs.</summary>
    public double Number(int index) => numbers[index];
}
