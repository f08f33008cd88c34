using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <summary>
/// Moves data between rows in memory and lanes of vectors: a vector of a transposed block holds one class of several rows.
/// Called by generated code; not meant to be called by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
    /// <summary>Asks for the cache line of an element, which may lie behind the span's end: that is a hint, and nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref T source, nuint index)
        where T : unmanaged
    {
        if (System.Runtime.Intrinsics.X86.Sse.IsSupported)
        {
            System.Runtime.Intrinsics.X86.Sse.Prefetch1(Unsafe.AsPointer(ref Unsafe.Add(ref source, index)));
        }
    }


    /// <summary>The first element of some stack memory that is aligned to so many bytes. The memory must be that much longer than what is used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Aligned<T>(Span<T> stackMemory, int bytes)
        where T : unmanaged
    {
        ref T first = ref MemoryMarshal.GetReference(stackMemory);
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref first);
        return ref Unsafe.AddByteOffset(ref first, -address & (bytes - 1));
    }

    // The first and the second halves of two vectors' 128-bit parts, interleaved.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[2], b[2], a[3], b[3]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ZipLow(Vector128<double> a, Vector128<double> b) =>
        Sse2.IsSupported ? Sse2.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ZipHigh(Vector128<double> a, Vector128<double> b) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[1], b[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ZipLow(Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported ? Avx.UnpackLow(a, b) : Vector256.Create(ZipLow(a.GetLower(), b.GetLower()), ZipLow(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ZipHigh(Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported ? Avx.UnpackHigh(a, b) : Vector256.Create(ZipHigh(a.GetLower(), b.GetLower()), ZipHigh(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ZipLow(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported ? Avx.UnpackLow(a, b) : Vector256.Create(ZipLow(a.GetLower(), b.GetLower()), ZipLow(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ZipHigh(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported ? Avx.UnpackHigh(a, b) : Vector256.Create(ZipHigh(a.GetLower(), b.GetLower()), ZipHigh(a.GetUpper(), b.GetUpper()));
}
