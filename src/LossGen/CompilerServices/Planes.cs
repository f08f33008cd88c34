using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>
/// The last positions of a plane that do not fill a vector: their classes are copied, one vector after the other, and run through the same
/// code, so they get the same bits as everywhere else and nothing outside the spans is touched. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Planes
{
    /// <summary>A block's input: where it lies, or its copy where there are only <paramref name="count"/> positions, fewer than lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Read<T>(ref T source, int inner, int classes, int count, int lanes, ref T part)
        where T : unmanaged
    {
        if (count == lanes)
        {
            return ref source;
        }

        for (int k = 0; k < classes; k++)
        {
            ShortCopy.Copy(ref Unsafe.Add(ref source, (nint)k * inner), ref Unsafe.Add(ref part, (nint)k * lanes), count);
        }

        return ref part;
    }

    /// <summary>Where a block's output goes: to its place, or to memory of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Write<T>(ref T destination, int count, int lanes, ref T part)
        where T : unmanaged => ref count == lanes ? ref destination : ref part;

    /// <summary>Brings an output to its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish<T>(ref T destination, int inner, int classes, int count, int lanes, ref T part)
        where T : unmanaged
    {
        if (count == lanes)
        {
            return;
        }

        for (int k = 0; k < classes; k++)
        {
            ShortCopy.Copy(ref Unsafe.Add(ref part, (nint)k * lanes), ref Unsafe.Add(ref destination, (nint)k * inner), count);
        }
    }
}
