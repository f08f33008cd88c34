using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Models.Training;

/// <summary>
/// The features of a fit, a few rows at a time: numbers are widened or narrowed and columns standardised on the way, so that no second copy of
/// all features is made. The memory is pinned by the caller, so that any thread reaches it.
/// </summary>
internal abstract unsafe class FeatureRows(int rows, int length)
{
    public int Rows { get; } = rows;

    /// <summary>Features of a row.</summary>
    public int Length { get; } = length;

    /// <summary>What is subtracted from each column, and what it is then multiplied by; without, columns stay as they are.</summary>
    public (double[] Means, double[] Factors)? Standard { get; private set; }

    /// <summary>Memory for so many rows at once; nothing where they stay in their own place.</summary>
    public T[] NewMemory<T>(int count)
        where T : unmanaged => IsCopied<T>() ? new T[Math.Min(count, Rows) * Length] : [];

    /// <summary>Whether rows have to be changed, or are of another type.</summary>
    public abstract bool IsCopied<T>()
        where T : unmanaged;

    /// <summary>Rows in double, in their own place where nothing has to be done to them and in <paramref name="memory"/> otherwise.</summary>
    public abstract ReadOnlySpan<double> Get(int first, int count, Span<double> memory);

    /// <summary>The same in float. Standardised rows are there in double only: rounding them once more would be a third form of the data.</summary>
    public ReadOnlySpan<float> Get(int first, int count, Span<float> memory) => Standard is null
        ? GetAsTheyAre(first, count, memory)
        : throw new InvalidOperationException("Standardised rows have no form in float.");

    public static FeatureRows Of(double* features, int rows, int length) => new Doubles(features, rows, length);

    public static FeatureRows Of(float* features, int rows, int length) => new Floats(features, rows, length);

    /// <summary>The same rows, rounded to float once if a copy is not too large; otherwise as they are, to be rounded each time.</summary>
    public virtual FeatureRows InSingle() => this;

    /// <summary>From now on rows are standardised: two passes, for a sum of squares would cancel.</summary>
    /// <param name="centers">Whether the mean is subtracted, which an intercept undoes; without, columns are only scaled.</param>
    public void Standardize(bool centers)
    {
        double[] means = new double[Length];
        double[] squares = new double[Length];
        double[] memory = NewMemory<double>(1);
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

    /// <summary>Rows in float as they were given, rounded where they are not float.</summary>
    protected abstract ReadOnlySpan<float> GetAsTheyAre(int first, int count, Span<float> memory);

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
        private const long MostBytesOfCopy = 1 << 30;

        public override bool IsCopied<T>() => typeof(T) != typeof(double) || Standard is not null;

        public override ReadOnlySpan<double> Get(int first, int count, Span<double> memory)
        {
            var own = Own(first, count);
            if (Standard is null)
            {
                return own;
            }

            var target = memory[..own.Length];
            own.CopyTo(target);
            Apply(target);
            return target;
        }

        public override FeatureRows InSingle()
        {
            long count = (long)Rows * Length;
            if (count * sizeof(float) > MostBytesOfCopy)
            {
                return this;
            }

            float[] copy = GC.AllocateUninitializedArray<float>((int)count, pinned: true);
            Conversion.Narrow(Own(0, Rows), copy);
            return new Floats((float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(copy)), Rows, Length) { Owner = copy };
        }

        protected override ReadOnlySpan<float> GetAsTheyAre(int first, int count, Span<float> memory)
        {
            var own = Own(first, count);
            var target = memory[..own.Length];
            Conversion.Narrow(own, target);
            return target;
        }

        private ReadOnlySpan<double> Own(int first, int count) =>
            MemoryMarshal.CreateReadOnlySpan(ref features[(nint)first * Length], count * Length);
    }

    private sealed class Floats(float* features, int rows, int length) : FeatureRows(rows, length)
    {
        /// <summary>What must not be collected while the rows are read.</summary>
        public float[]? Owner { get; init; }

        public override bool IsCopied<T>() => typeof(T) != typeof(float);

        public override ReadOnlySpan<double> Get(int first, int count, Span<double> memory)
        {
            var own = GetAsTheyAre(first, count, []);
            var target = memory[..own.Length];
            Conversion.Widen(own, target);
            Apply(target);
            return target;
        }

        protected override ReadOnlySpan<float> GetAsTheyAre(int first, int count, Span<float> memory) =>
            MemoryMarshal.CreateReadOnlySpan(ref features[(nint)first * Length], count * Length);
    }
}
