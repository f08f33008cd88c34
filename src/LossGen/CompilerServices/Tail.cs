using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.CompilerServices;

/// <summary>
/// The last rows of a batch that do not fill a block: they are copied to the stack, padded, and run through the same code, so they get the
/// same bits as everywhere else and nothing outside the spans is touched. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Tail
{
    /// <summary>A block's input: where it lies, or its copy where only <paramref name="left"/> elements are left, fewer than a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Read<T>(ref T source, int left, Span<T> tail)
        where T : unmanaged
    {
        if (left >= tail.Length)
        {
            return ref source;
        }

        MemoryMarshal.CreateReadOnlySpan(ref source, left).CopyTo(tail);
        return ref MemoryMarshal.GetReference(tail);
    }

    /// <summary>Where a block's output goes: to its place, or to the stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Write<T>(ref T destination, int left, Span<T> tail)
        where T : unmanaged => ref left >= tail.Length ? ref destination : ref MemoryMarshal.GetReference(tail);

    /// <summary>Brings an output from the stack to its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish<T>(Span<T> tail, int left, ref T destination)
        where T : unmanaged
    {
        if (left < tail.Length)
        {
            tail[..left].CopyTo(MemoryMarshal.CreateSpan(ref destination, left));
        }
    }
}
