using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>A batch whose spans are pinned, while <see cref="KernelParallel"/> runs. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct KernelBatch
{
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

    /// <summary>One of the numbers that every part needs.</summary>
    public double Number(int index) => numbers[index];
}
