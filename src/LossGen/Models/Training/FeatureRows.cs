using System;
using System.Runtime.InteropServices;

namespace LossGen.Models.Training;

/// <summary>
/// The features of a fit, a few rows at a time and in double: floats are widened and columns standardised on the way, so that no second copy of
/// all features is made. The memory is pinned by the caller, so that any thread reaches it.
/// </summary>
internal abstract unsafe class FeatureRows(int rows, int length)
{
    public int Rows { get; } = rows;

    /// <summary>Features of a row.</summary>
    public int Length { get; } = length;

    /// <summary>What is subtracted from each column, and what it is then multiplied by; without, columns stay as they are.</summary>
    public (double[] Means, double[] Factors)? Standard { get; private set; }

    /// <summary>What <see cref="Get"/> needs for so many rows at once; nothing where they stay in their own place.</summary>
    public double[] NewMemory(int count) => IsCopied ? new double[Math.Min(count, Rows) * Length] : [];

    /// <summary>Whether something has to be done to the rows.</summary>
    protected abstract bool IsCopied { get; }

    /// <summary>Rows in double, in their own place where nothing has to be done to them and in <paramref name="memory"/> otherwise.</summary>
    public abstract ReadOnlySpan<double> Get(int first, int count, Span<double> memory);

    public static FeatureRows Of(double* features, int rows, int length) => new Doubles(features, rows, length);

    public static FeatureRows Of(float* features, int rows, int length) => new Floats(features, rows, length);

    /// <summary>From now on rows are standardised: two passes, for a sum of squares would cancel.</summary>
    /// <param name="centers">Whether the mean is subtracted, which an intercept undoes; without, columns are only scaled.</param>
    public void Standardize(bool centers)
    {
        double[] means = new double[Length];
        double[] squares = new double[Length];
        double[] memory = NewMemory(1);
        for (int pass = 0; pass < 2; pass++)
        {
            for (int row = 0; row < Rows; row++)
            {
                var x = Get(row, 1, memory);
                for (int d = 0; d < Length; d++)
                {
                    if (pass == 0)
                    {
                        means[d] += x[d] / Rows;
                    }
                    else
                    {
                        squares[d] += (x[d] - means[d]) * (x[d] - means[d]) / Rows;
                    }
                }
            }
        }

        double[] factors = new double[Length];
        for (int d = 0; d < Length; d++)
        {
            // A column that never changes says nothing; rounding may have left it a tiny deviation.
            double deviation = Math.Sqrt(squares[d]);
            factors[d] = deviation > Math.Abs(means[d]) * 1e-14 ? 1 / deviation : 0;
        }

        Standard = (centers ? means : new double[Length], factors);
    }

    private protected void Apply(Span<double> rows)
    {
        if (Standard is not { } standard)
        {
            return;
        }

        for (int start = 0; start < rows.Length; start += Length)
        {
            for (int d = 0; d < Length; d++)
            {
                rows[start + d] = (rows[start + d] - standard.Means[d]) * standard.Factors[d];
            }
        }
    }

    private sealed class Doubles(double* features, int rows, int length) : FeatureRows(rows, length)
    {
        protected override bool IsCopied => Standard is not null;

        public override ReadOnlySpan<double> Get(int first, int count, Span<double> memory)
        {
            var own = MemoryMarshal.CreateReadOnlySpan(ref features[(nint)first * Length], count * Length);
            if (!IsCopied)
            {
                return own;
            }

            var target = memory[..own.Length];
            own.CopyTo(target);
            Apply(target);
            return target;
        }
    }

    private sealed class Floats(float* features, int rows, int length) : FeatureRows(rows, length)
    {
        protected override bool IsCopied => true;

        public override ReadOnlySpan<double> Get(int first, int count, Span<double> memory)
        {
            var own = MemoryMarshal.CreateReadOnlySpan(ref features[(nint)first * Length], count * Length);
            var target = memory[..own.Length];
            Widening.Copy(own, target);
            Apply(target);
            return target;
        }
    }
}
