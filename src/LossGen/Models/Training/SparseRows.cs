using System;

namespace LossGen.Models.Training;

/// <summary>The features that are not 0, row by row: their columns and their values.</summary>
internal sealed class SparseRows
{
    // Where more than one in eight is not 0, vectors over all features are as fast.
    private const int LeastZeros = 8;

    // So many rows are looked at before all are.
    private const int Probes = 256;

    private readonly int[] starts;
    private int[] columns;
    private double[] values;
    private float[] rounded = [];

    private SparseRows(int rows, int expected)
    {
        starts = new int[rows + 1];
        columns = new int[expected];
        values = new double[expected];
    }

    /// <summary>The columns of a row that are not 0.</summary>
    public ReadOnlySpan<int> Columns(int row) => columns.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>Their values.</summary>
    public ReadOnlySpan<double> Values(int row) => values.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>The same, rounded to float.</summary>
    public ReadOnlySpan<float> RoundedValues(int row) => rounded.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>Rounds all values, once, for <see cref="RoundedValues"/>.</summary>
    public void Round()
    {
        rounded = new float[starts[^1]];
        Conversion.Narrow(values.AsSpan(0, rounded.Length), rounded);
    }

    /// <summary>Sparse rows, if most features are 0. Standardised ones are not.</summary>
    public static SparseRows? Of(FeatureRows rows)
    {
        long limit = Math.Min((long)rows.Rows * rows.Length / LeastZeros, Array.MaxLength - rows.Length);
        if (rows.Standard is not null || limit == 0)
        {
            return null;
        }

        int step = Math.Max(1, rows.Rows / Probes);
        double[] memory = rows.NewMemory<double>(1);
        long zeros = 0;
        int looked = 0;
        for (int row = 0; row < rows.Rows; row += step, looked++)
        {
            zeros += rows.Get(row, 1, memory).Count(0.0);
        }

        double share = 1 - (zeros / ((double)looked * rows.Length));
        if (share > 1.0 / LeastZeros)
        {
            return null;
        }

        var sparse = new SparseRows(rows.Rows, (int)Math.Min(limit, (long)(share * 1.05 * rows.Rows * rows.Length)) + rows.Length);
        for (int row = 0; row < rows.Rows; row++)
        {
            if (!sparse.Add(row, rows.Get(row, 1, memory), limit))
            {
                return null;
            }
        }

        return sparse;
    }

    /// <summary>The next row; false where there are too many numbers. There is room for a whole row behind the limit.</summary>
    private bool Add(int row, ReadOnlySpan<double> features, long limit)
    {
        int next = starts[row];
        if (next + (long)features.Length > columns.Length)
        {
            int longer = (int)Math.Min(limit + features.Length, Math.Max(next + (long)features.Length, 2L * columns.Length));
            Array.Resize(ref columns, longer);
            Array.Resize(ref values, longer);
        }

        for (int d = 0; d < features.Length; d++)
        {
            // Written without a branch, and kept where it is not 0.
            columns[next] = d;
            values[next] = features[d];
            next += features[d] != 0 ? 1 : 0;
        }

        starts[row + 1] = next;
        return next <= limit;
    }
}
