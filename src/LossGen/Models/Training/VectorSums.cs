using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.Models.Training;

/// <summary>What an optimiser does with vectors of parameters. Sums run in a fixed order.</summary>
internal static class VectorSums
{
    /// <summary>Adds <paramref name="source"/> to <paramref name="target"/>.</summary>
    public static void Add(ReadOnlySpan<double> source, Span<double> target) => AddMultiple(source, 1, target);

    /// <summary>Adds a multiple of <paramref name="source"/> to <paramref name="target"/>.</summary>
    public static void AddMultiple(ReadOnlySpan<double> source, double factor, Span<double> target)
    {
        var from = MemoryMarshal.Cast<double, Vector<double>>(source);
        var to = MemoryMarshal.Cast<double, Vector<double>>(target);
        for (int i = 0; i < from.Length; i++)
        {
            to[i] += from[i] * factor;
        }

        for (int i = from.Length * Vector<double>.Count; i < source.Length; i++)
        {
            target[i] += source[i] * factor;
        }
    }

    /// <summary>Adds floats to <paramref name="target"/>.</summary>
    public static void Add(ReadOnlySpan<float> source, Span<double> target)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(source);
        var to = MemoryMarshal.Cast<double, Vector<double>>(target);
        for (int i = 0; i < from.Length; i++)
        {
            Vector.Widen(from[i], out var lower, out var upper);
            to[2 * i] += lower;
            to[(2 * i) + 1] += upper;
        }

        for (int i = from.Length * Vector<float>.Count; i < source.Length; i++)
        {
            target[i] += source[i];
        }
    }

    /// <summary>The scalar product.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var first = MemoryMarshal.Cast<double, Vector<double>>(left);
        var second = MemoryMarshal.Cast<double, Vector<double>>(right);
        var sums = Vector<double>.Zero;
        for (int i = 0; i < first.Length; i++)
        {
            sums += first[i] * second[i];
        }

        double sum = Vector.Sum(sums);
        for (int i = first.Length * Vector<double>.Count; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <summary>The largest absolute value; NaN where there is one.</summary>
    public static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
