using System;

namespace LossGen.Models.Training;

/// <summary>
/// Sums over rows as they lie in memory, in <typeparamref name="T"/>: float or double. Sums of blocks are added in double.
/// </summary>
internal abstract class DenseSums<T>(FitRows rows, int classes, double smoothing) : RowSums
    where T : unmanaged
{
    // Widened or standardised rows that stay in the second-level cache.
    private const int CopiedElements = 1 << 15;

    // Rows in their own place go in tiles of the kernel's own; a gradient in float is the sum of so many rows at most.
    private const int MostRows = 512;

    // A multiple of the kernel's own blocks, however long a row is.
    private const int LeastRows = 48;

    private readonly int count = classes * (rows.Features.Length + 1);
    private T[] memory = [];
    private T[] rounded = [];
    private T[] part = [];

    protected FitRows Rows { get; } = rows;

    protected int Classes { get; } = classes;

    protected double Smoothing { get; } = smoothing;

    private int BlockRows => Math.Min(
        Rows.Count,
        Rows.Features.IsCopied<T>() ? Math.Max(CopiedElements / Math.Max(1, Rows.Features.Length), LeastRows)
        : MostRows);

    public override double Sum(int first, int end, double[] parameters, double[] gradient)
    {
        int block = BlockRows;
        if (part.Length == 0)
        {
            // Kept for the next evaluation: arrays of this size would be collected with the oldest generation only.
            memory = Rows.Features.NewMemory<T>(block);
            rounded = NewRounded(count);
            part = new T[count];
        }

        var point = Round(parameters, rounded);
        Array.Clear(gradient);
        double loss = 0;
        for (int row = first; row < end; row += block)
        {
            loss += Block(row, Math.Min(block, end - row), point, memory, part);
            AddTo(gradient, part);
        }

        return loss;
    }

    /// <summary>Memory for rounded parameters; nothing where they need no rounding.</summary>
    protected abstract T[] NewRounded(int length);

    /// <summary>The parameters in <typeparamref name="T"/>.</summary>
    protected abstract ReadOnlySpan<T> Round(double[] parameters, T[] memory);

    /// <summary>The loss of some rows and its gradient.</summary>
    protected abstract double Block(int first, int length, ReadOnlySpan<T> parameters, T[] memory, Span<T> gradient);

    protected abstract void AddTo(double[] sum, T[] gradient);
}

/// <summary>In double.</summary>
internal sealed class DoubleSums(FitRows rows, int classes, double smoothing) : DenseSums<double>(rows, classes, smoothing)
{
    protected override double[] NewRounded(int length) => [];

    protected override ReadOnlySpan<double> Round(double[] parameters, double[] memory) => parameters;

    protected override double Block(int first, int length, ReadOnlySpan<double> parameters, double[] memory, Span<double> gradient) =>
        RegressionKernels.Loss(
            Rows.Features.Get(first, length, memory),
            Rows.Labels(first, length),
            Rows.Weights(first, length),
            Classes,
            Smoothing,
            parameters,
            gradient);

    protected override void AddTo(double[] sum, double[] gradient) => VectorSums.Add(gradient, sum);
}

/// <summary>In float.</summary>
internal sealed class SingleSums(FitRows rows, int classes, double smoothing) : DenseSums<float>(rows, classes, smoothing)
{
    protected override float[] NewRounded(int length) => new float[length];

    protected override ReadOnlySpan<float> Round(double[] parameters, float[] memory)
    {
        Conversion.Narrow(parameters, memory);
        return memory;
    }

    protected override double Block(int first, int length, ReadOnlySpan<float> parameters, float[] memory, Span<float> gradient) =>
        RegressionKernels.Loss(
            Rows.Features.Get(first, length, memory),
            Rows.Labels(first, length),
            Rows.RoundedWeights(first, length),
            Classes,
            Smoothing,
            parameters,
            gradient);

    protected override void AddTo(double[] sum, float[] gradient) => VectorSums.Add(gradient, sum);
}
