using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

        ShortCopy.Copy(ref source, ref MemoryMarshal.GetReference(tail), left);
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
            ShortCopy.Copy(ref MemoryMarshal.GetReference(tail), ref destination, left);
        }
    }

    /// <summary>A block's rows, one behind the other, with zeros in the place of those beyond the <paramref name="left"/> that are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ref T ReadRows<T>(ref T source, int left, int rowStride, int classes, Span<T> block)
        where T : unmanaged
    {
        ref T destination = ref MemoryMarshal.GetReference(block);
        int count = Math.Min(left, block.Length / classes);
        for (int row = 0; row < count; row++)
        {
            ShortCopy.Copy(ref Unsafe.Add(ref source, (nint)row * rowStride), ref Unsafe.Add(ref destination, row * classes), classes);
        }

        block[(count * classes)..].Clear();
        return ref destination;
    }

    /// <summary>Brings a block's rows from the stack to their places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FinishRows<T>(Span<T> block, int left, int rowStride, int classes, ref T destination)
        where T : unmanaged
    {
        int count = Math.Min(left, block.Length / classes);
        for (int row = 0; row < count; row++)
        {
            ShortCopy.Copy(ref MemoryMarshal.GetReference(block[(row * classes)..]), ref Unsafe.Add(ref destination, (nint)row * rowStride), classes);
        }
    }

    /// <summary>The same rows as floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ref float WidenRows<T>(ref T source, int left, int rowStride, int classes, Span<float> block)
        where T : unmanaged
    {
        int count = Math.Min(left, block.Length / classes);
        for (int row = 0; row < count; row++)
        {
            Widen(ref Unsafe.Add(ref source, (nint)row * rowStride), classes, block.Slice(row * classes, classes));
        }

        block[(count * classes)..].Clear();
        return ref MemoryMarshal.GetReference(block);
    }

    /// <summary>Brings a block's rows to their places as narrower numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void NarrowRows<T>(Span<float> block, int left, int rowStride, int classes, ref T destination)
        where T : unmanaged
    {
        int count = Math.Min(left, block.Length / classes);
        for (int row = 0; row < count; row++)
        {
            Narrow(block.Slice(row * classes, classes), classes, ref Unsafe.Add(ref destination, (nint)row * rowStride));
        }
    }

    /// <summary>A block's input of <see cref="Half"/> or <see cref="LossGen.Numerics.BFloat16"/> as floats, with zeros behind the <paramref name="left"/> elements that are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ref float Widen<T>(ref T source, int left, Span<float> block)
        where T : unmanaged
    {
        ref float destination = ref MemoryMarshal.GetReference(block);
        int count = Math.Min(left, block.Length), i = 0;
        for (; Vector512.IsHardwareAccelerated && i <= count - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Lanes.WidenVector512(ref source, (nuint)i).StoreUnsafe(ref destination, (nuint)i);
        }

        for (; Vector256.IsHardwareAccelerated && i <= count - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            Lanes.WidenVector256(ref source, (nuint)i).StoreUnsafe(ref destination, (nuint)i);
        }

        for (; Vector128.IsHardwareAccelerated && i <= count - Vector128<float>.Count; i += Vector128<float>.Count)
        {
            Lanes.WidenVector128(ref source, (nuint)i).StoreUnsafe(ref destination, (nuint)i);
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref destination, i) = Lanes.Widen(Unsafe.Add(ref source, i));
        }

        block[count..].Clear();
        return ref destination;
    }

    /// <summary>Brings a block's output to its place, as <see cref="Half"/> or <see cref="LossGen.Numerics.BFloat16"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow<T>(Span<float> block, int left, ref T destination)
        where T : unmanaged
    {
        ref float source = ref MemoryMarshal.GetReference(block);
        int count = Math.Min(left, block.Length), i = 0;
        for (; Vector512.IsHardwareAccelerated && i <= count - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Lanes.Narrow(Vector512.LoadUnsafe(ref source, (nuint)i), ref destination, (nuint)i);
        }

        for (; Vector256.IsHardwareAccelerated && i <= count - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            Lanes.Narrow(Vector256.LoadUnsafe(ref source, (nuint)i), ref destination, (nuint)i);
        }

        for (; Vector128.IsHardwareAccelerated && i <= count - Vector128<float>.Count; i += Vector128<float>.Count)
        {
            Lanes.Narrow(Vector128.LoadUnsafe(ref source, (nuint)i), ref destination, (nuint)i);
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref destination, i) = Lanes.Narrow<T>(Unsafe.Add(ref source, i));
        }
    }
}
