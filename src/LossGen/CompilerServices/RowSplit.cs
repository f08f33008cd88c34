using System;
using System.ComponentModel;
using System.Threading.Tasks;

namespace LossGen.CompilerServices;

/// <summary>Parts of equally many rows. Called by generated code.</summary>
/// <param name="rows">The rows of the batch.</param>
/// <param name="classes">Logits of a row.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RowSplit(int rows, int classes) : IKernelSplit
{
    // A part takes some ten microseconds or more, well above what it costs to hand it to a thread: see docs/performance.md.
    internal const int LogitsPerChunk = 65536;

    // A multiple of every vector's lanes: only the batch's last rows need a padded copy.
    private const int RowsAlignment = 16;

    /// <inheritdoc/>
    public double Run(KernelChunk chunk, ref int correct, KernelBatch batch)
    {
        int all = rows;
        int rowsPerChunk = Math.Max(1, LogitsPerChunk / classes);
        if (rowsPerChunk >= RowsAlignment)
        {
            rowsPerChunk -= rowsPerChunk % RowsAlignment;
        }

        int chunks = (int)(((long)all + rowsPerChunk - 1) / rowsPerChunk);
        double[] totals = new double[chunks];
        int[] right = new int[chunks];
        Parallel.For(0, chunks, i =>
        {
            int first = i * rowsPerChunk;
            totals[i] = chunk(batch, first, Math.Min(rowsPerChunk, all - first), ref right[i]);
        });

        double total = 0;
        for (int i = 0; i < chunks; i++)
        {
            total += totals[i];
            correct += right[i];
        }

        return total;
    }
}
