using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace LossGen.CompilerServices;

/// <summary>Memory for the logits of some rows, from the shared pool. Called by generated code.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct KernelTile<T>
    where T : unmanaged
{
    private readonly T[] rented;

    /// <summary>Rents memory.</summary>
    /// <param name="length">How many elements are needed; their values are left as they are.</param>
    public KernelTile(int length) => rented = ArrayPool<T>.Shared.Rent(length);

    /// <summary>The first element.</summary>
    public ref T First => ref MemoryMarshal.GetArrayDataReference(rented);

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<T>.Shared.Return(rented);
}
