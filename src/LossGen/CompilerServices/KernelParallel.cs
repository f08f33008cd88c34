using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.CompilerServices;

/// <summary>Some rows of a batch, on whichever thread.</summary>
/// <param name="batch">Where the batch's spans begin.</param>
/// <param name="firstRow">The first row.</param>
/// <param name="rows">How many.</param>
/// <param name="correct">The number of right predictions, to be added to.</param>
/// <returns>The sum of their losses.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate double KernelChunk(KernelBatch batch, int firstRow, int rows, ref int correct);

/// <summary>
/// Splits a batch over the thread pool. Where it is cut depends on its size alone, and the parts' sums are added in their order, so the bits
/// are the same for every number of threads. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class KernelParallel
{
    /// <summary>Whether a batch is large enough to be split.</summary>
    public static bool IsWorthwhile(int rows, int classes) => (long)rows * classes >= 2L * RowSplit.LogitsPerChunk;

    /// <summary>The beginning of a span, to be pinned; only the place counts.</summary>
    public static ReadOnlySpan<byte> Start<T>(ref T first)
        where T : unmanaged => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref first), 1);

    /// <summary>
    /// Runs all rows of a batch in parts, with numbers and the beginnings of spans that every part needs, and returns the sum of the losses.
    /// </summary>
    public static double Run<TSplit>(
        KernelChunk chunk,
        TSplit split,
        ref int correct,
        ReadOnlySpan<double> numbers,
        ReadOnlySpan<byte> s0,
        ReadOnlySpan<byte> s1 = default,
        ReadOnlySpan<byte> s2 = default,
        ReadOnlySpan<byte> s3 = default,
        ReadOnlySpan<byte> s4 = default,
        ReadOnlySpan<byte> s5 = default,
        ReadOnlySpan<byte> s6 = default,
        ReadOnlySpan<byte> s7 = default,
        ReadOnlySpan<byte> s8 = default,
        ReadOnlySpan<byte> s9 = default,
        ReadOnlySpan<byte> s10 = default,
        ReadOnlySpan<byte> s11 = default,
        ReadOnlySpan<byte> s12 = default,
        ReadOnlySpan<byte> s13 = default,
        ReadOnlySpan<byte> s14 = default,
        ReadOnlySpan<byte> s15 = default,
        ReadOnlySpan<byte> s16 = default,
        ReadOnlySpan<byte> s17 = default,
        ReadOnlySpan<byte> s18 = default,
        ReadOnlySpan<byte> s19 = default,
        ReadOnlySpan<byte> s20 = default,
        ReadOnlySpan<byte> s21 = default,
        ReadOnlySpan<byte> s22 = default,
        ReadOnlySpan<byte> s23 = default)
        where TSplit : struct, IKernelSplit
    {
        // Spans cannot be captured; pinned memory can be reached from any thread.
        fixed (byte* p0 = s0, p1 = s1, p2 = s2, p3 = s3, p4 = s4, p5 = s5, p6 = s6, p7 = s7, p8 = s8)
        fixed (byte* p9 = s9, p10 = s10, p11 = s11, p12 = s12, p13 = s13, p14 = s14, p15 = s15, p16 = s16, p17 = s17)
        fixed (byte* p18 = s18, p19 = s19, p20 = s20, p21 = s21, p22 = s22, p23 = s23)
        {
            nint[] places =
            [
                (nint)p0, (nint)p1, (nint)p2, (nint)p3, (nint)p4, (nint)p5, (nint)p6, (nint)p7, (nint)p8,
                (nint)p9, (nint)p10, (nint)p11, (nint)p12, (nint)p13, (nint)p14, (nint)p15, (nint)p16, (nint)p17,
                (nint)p18, (nint)p19, (nint)p20, (nint)p21, (nint)p22, (nint)p23,
            ];
            return split.Run(chunk, ref correct, new KernelBatch(places, numbers.ToArray()));
        }
    }
}
