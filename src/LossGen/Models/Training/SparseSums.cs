using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.Linear;

namespace LossGen.Models.Training;

/// <summary>
/// Sums over rows of which only what is not 0 is read. Coefficients lie features × classes here, filled up to whole vectors: a feature's
/// coefficients are neighbours, and go to a row's logits, and back to their gradient, as vectors.
/// </summary>
internal abstract class SparseSums<T>(FitRows rows, SparseRows sparse, int classes, double smoothing) : RowSums
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Logits of so many rows stay in the nearest cache.
    private const int MostNumbers = 2048;

    // Vectors of classes whose sums stay in registers.
    private const int MostVectors = 6;

    private readonly int length = rows.Features.Length;
    private readonly int vectors = (classes + Vector<T>.Count - 1) / Vector<T>.Count;
    private readonly int block = Math.Max(1, MostNumbers / classes);
    private Vector<T>[] coefficients = [];
    private Vector<T>[] ofCoefficients = [];
    private Vector<T>[] padded = [];
    private T[] logits = [];

    protected FitRows Rows { get; } = rows;

    protected SparseRows Sparse { get; } = sparse;

    protected int Classes { get; } = classes;

    protected double Smoothing { get; } = smoothing;

    public override double Sum(int first, int end, double[] parameters, double[] gradient)
    {
        if (padded.Length == 0)
        {
            coefficients = new Vector<T>[length * vectors];
            ofCoefficients = new Vector<T>[length * vectors];
            padded = new Vector<T>[vectors];
            logits = new T[block * Classes];
        }

        Transpose(parameters);
        Array.Clear(ofCoefficients);
        Array.Clear(gradient);
        var intercepts = gradient.AsSpan(length * Classes);
        double loss = 0;
        for (int start = first; start < end; start += block)
        {
            int count = Math.Min(block, end - start);
            var some = logits.AsSpan(0, count * Classes);
            for (int i = 0; i < count; i++)
            {
                WriteLogits(start + i, parameters.AsSpan(length * Classes), some.Slice(i * Classes, Classes));
            }

            loss += Loss(some, start, count, some);
            for (int i = 0; i < count; i++)
            {
                AddGradient(start + i, some.Slice(i * Classes, Classes), intercepts);
            }
        }

        TransposeBack(gradient);
        return loss;
    }

    /// <summary>What is not 0 in a row.</summary>
    protected abstract ReadOnlySpan<T> Values(int row);

    /// <summary>The loss of some rows and the gradient of their logits, which may take their place.</summary>
    protected abstract double Loss(ReadOnlySpan<T> logits, int first, int count, Span<T> gradient);

    private void Transpose(double[] parameters)
    {
        var target = MemoryMarshal.Cast<Vector<T>, T>(coefficients.AsSpan());
        int stride = vectors * Vector<T>.Count;
        for (int k = 0; k < Classes; k++)
        {
            for (int d = 0; d < length; d++)
            {
                target[(d * stride) + k] = T.CreateTruncating(parameters[(k * length) + d]);
            }
        }
    }

    private void TransposeBack(double[] gradient)
    {
        var source = MemoryMarshal.Cast<Vector<T>, T>(ofCoefficients.AsSpan());
        int stride = vectors * Vector<T>.Count;
        for (int k = 0; k < Classes; k++)
        {
            for (int d = 0; d < length; d++)
            {
                gradient[(k * length) + d] = double.CreateTruncating(source[(d * stride) + k]);
            }
        }
    }

    private void WriteLogits(int index, ReadOnlySpan<double> intercepts, Span<T> target)
    {
        WithVectors(index, isBack: false);
        var sums = MemoryMarshal.Cast<Vector<T>, T>(padded.AsSpan());
        for (int k = 0; k < target.Length; k++)
        {
            target[k] = sums[k] + T.CreateTruncating(intercepts[k]);
        }
    }

    /// <summary>Adds a row's gradient to the coefficients of its features, and to the intercepts.</summary>
    private void AddGradient(int index, ReadOnlySpan<T> ofLogits, Span<double> intercepts)
    {
        ofLogits.CopyTo(MemoryMarshal.Cast<Vector<T>, T>(padded.AsSpan()));
        WithVectors(index, isBack: true);
        for (int k = 0; k < ofLogits.Length; k++)
        {
            intercepts[k] += double.CreateTruncating(ofLogits[k]);
        }
    }

    /// <summary>Goes through the vectors of a row, by so many as stay in registers.</summary>
    private void WithVectors(int index, bool isBack)
    {
        for (int vector = 0; vector < vectors; vector += MostVectors)
        {
            switch (Math.Min(MostVectors, vectors - vector))
            {
                case 1:
                    Run<One>(index, vector, isBack);
                    break;
                case 2:
                    Run<Two>(index, vector, isBack);
                    break;
                case 3:
                    Run<Three>(index, vector, isBack);
                    break;
                case 4:
                    Run<Four>(index, vector, isBack);
                    break;
                case 5:
                    Run<Five>(index, vector, isBack);
                    break;
                default:
                    Run<Six>(index, vector, isBack);
                    break;
            }
        }
    }

    private void Run<TVectors>(int index, int vector, bool isBack)
        where TVectors : struct, ICount
    {
        if (isBack)
        {
            Spread<TVectors>(index, vector);
        }
        else
        {
            SumUp<TVectors>(index, vector);
        }
    }

    /// <summary>Some vectors of a row's logits, without the intercepts.</summary>
    private void SumUp<TVectors>(int index, int vector)
        where TVectors : struct, ICount
    {
        var columns = Sparse.Columns(index);
        var values = Values(index);
        Vector<T> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default;
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(coefficients), vector);
        for (int i = 0; i < columns.Length; i++)
        {
            ref var w = ref Unsafe.Add(ref first, columns[i] * vectors);
            var x = new Vector<T>(values[i]);
            s0 = MultiplyAdd(x, w, s0);
            s1 = TVectors.Value > 1 ? MultiplyAdd(x, Unsafe.Add(ref w, 1), s1) : s1;
            s2 = TVectors.Value > 2 ? MultiplyAdd(x, Unsafe.Add(ref w, 2), s2) : s2;
            s3 = TVectors.Value > 3 ? MultiplyAdd(x, Unsafe.Add(ref w, 3), s3) : s3;
            s4 = TVectors.Value > 4 ? MultiplyAdd(x, Unsafe.Add(ref w, 4), s4) : s4;
            s5 = TVectors.Value > 5 ? MultiplyAdd(x, Unsafe.Add(ref w, 5), s5) : s5;
        }

        ReadOnlySpan<Vector<T>> all = [s0, s1, s2, s3, s4, s5];
        all[..TVectors.Value].CopyTo(padded.AsSpan(vector));
    }

    /// <summary>Adds some vectors of a row's gradient to the coefficients of its features.</summary>
    private void Spread<TVectors>(int index, int vector)
        where TVectors : struct, ICount
    {
        var columns = Sparse.Columns(index);
        var values = Values(index);
        var g = padded.AsSpan(vector, TVectors.Value);
        var g0 = g[0];
        var g1 = TVectors.Value > 1 ? g[1] : default;
        var g2 = TVectors.Value > 2 ? g[2] : default;
        var g3 = TVectors.Value > 3 ? g[3] : default;
        var g4 = TVectors.Value > 4 ? g[4] : default;
        var g5 = TVectors.Value > 5 ? g[5] : default;
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ofCoefficients), vector);
        for (int i = 0; i < columns.Length; i++)
        {
            ref var w = ref Unsafe.Add(ref first, columns[i] * vectors);
            var x = new Vector<T>(values[i]);
            w = MultiplyAdd(x, g0, w);
            if (TVectors.Value > 1)
            {
                Unsafe.Add(ref w, 1) = MultiplyAdd(x, g1, Unsafe.Add(ref w, 1));
            }

            if (TVectors.Value > 2)
            {
                Unsafe.Add(ref w, 2) = MultiplyAdd(x, g2, Unsafe.Add(ref w, 2));
            }

            if (TVectors.Value > 3)
            {
                Unsafe.Add(ref w, 3) = MultiplyAdd(x, g3, Unsafe.Add(ref w, 3));
            }

            if (TVectors.Value > 4)
            {
                Unsafe.Add(ref w, 4) = MultiplyAdd(x, g4, Unsafe.Add(ref w, 4));
            }

            if (TVectors.Value > 5)
            {
                Unsafe.Add(ref w, 5) = MultiplyAdd(x, g5, Unsafe.Add(ref w, 5));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> MultiplyAdd(Vector<T> a, Vector<T> b, Vector<T> c) => typeof(T) == typeof(float)
        ? Vector.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
        : Vector.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();
}

/// <summary>In double.</summary>
internal sealed class DoubleSparseSums(FitRows rows, SparseRows sparse, int classes, double smoothing)
    : SparseSums<double>(rows, sparse, classes, smoothing)
{
    protected override ReadOnlySpan<double> Values(int row) => Sparse.Values(row);

    protected override double Loss(ReadOnlySpan<double> logits, int first, int count, Span<double> gradient) =>
        RegressionKernels.OfLogits(logits, Rows.Labels(first, count), Rows.Weights(first, count), Classes, Smoothing, gradient);
}

/// <summary>In float.</summary>
internal sealed class SingleSparseSums(FitRows rows, SparseRows sparse, int classes, double smoothing)
    : SparseSums<float>(rows, sparse, classes, smoothing)
{
    protected override ReadOnlySpan<float> Values(int row) => Sparse.RoundedValues(row);

    protected override double Loss(ReadOnlySpan<float> logits, int first, int count, Span<float> gradient) =>
        RegressionKernels.OfLogits(logits, Rows.Labels(first, count), Rows.RoundedWeights(first, count), Classes, Smoothing, gradient);
}
