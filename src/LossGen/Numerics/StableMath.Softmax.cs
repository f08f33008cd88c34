using System;

namespace LossGen.Numerics;

public static partial class StableMath
{
    /// <summary>The probabilities exp(xᵢ) / Σ exp(xⱼ) of logits.</summary>
    /// <param name="x">The logits of one row; −∞ has probability 0.</param>
    /// <param name="destination">As long as <paramref name="x"/>; may be the very same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    /// <remarks>The maximum is subtracted first, so nothing overflows. A row with NaN or +∞, or of nothing but −∞, is all NaN.</remarks>
    public static void Softmax(ReadOnlySpan<double> x, Span<double> destination)
    {
        CheckDestination(x, destination);
        if (x.IsEmpty)
        {
            return;
        }

        int top = IndexOfMaximum(x);
        double maximum = x[top];
        double sum = 1 + SumOfOthers(x, top);
        sum = double.IsInfinity(maximum) ? double.NaN : sum;
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = ExpOfDifference(x[i], maximum) / sum;
        }
    }

    /// <inheritdoc cref="Softmax(ReadOnlySpan{double}, Span{double})"/>
    public static void Softmax(ReadOnlySpan<float> x, Span<float> destination)
    {
        CheckDestination(x, destination);
        float top = FloatRow.Maximum(x);
        if (float.IsInfinity(top) || float.IsNaN(top))
        {
            destination.Fill(float.NaN);
            return;
        }

        FloatRow.Softmax(x, top, 1 + FloatRow.SumOfOthers(x, top), destination);
    }

    /// <summary>The log-probabilities xᵢ − ln Σ exp(xⱼ) of logits, in nats.</summary>
    /// <param name="x">The logits of one row; −∞ stays −∞.</param>
    /// <param name="destination">As long as <paramref name="x"/>; may be the very same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    /// <remarks>Computed as (xᵢ − max) − log1p(Σ of the others), so that a probability near 1 keeps the digits of its logarithm. A row with NaN
    /// or +∞, or of nothing but −∞, is all NaN.</remarks>
    public static void LogSoftmax(ReadOnlySpan<double> x, Span<double> destination)
    {
        CheckDestination(x, destination);
        if (x.IsEmpty)
        {
            return;
        }

        double log = LogOfSum(x, out double maximum);
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = Difference(x[i], maximum, out double lost) - (log - lost);
        }
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{double}, Span{double})"/>
    public static void LogSoftmax(ReadOnlySpan<float> x, Span<float> destination)
    {
        CheckDestination(x, destination);
        float top = FloatRow.Maximum(x);
        if (float.IsInfinity(top) || float.IsNaN(top))
        {
            destination.Fill(float.NaN);
            return;
        }

        FloatRow.LogSoftmax(x, top, Log1p(FloatRow.SumOfOthers(x, top)), destination);
    }

    /// <summary>The log-probability x_index − ln Σ exp(xⱼ) of one class, in nats. With a minus before it, it is the cross-entropy of the row.</summary>
    /// <param name="x">The logits of one row.</param>
    /// <param name="index">The class, from 0 on.</param>
    /// <returns>At most 0, and −∞ for a logit of −∞; NaN in a row with NaN or +∞, or of nothing but −∞.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not the place of a logit.</exception>
    /// <remarks>Has the bits that <see cref="LogSoftmax(ReadOnlySpan{double}, Span{double})"/> writes there, without the memory.</remarks>
    public static double LogSoftmax(ReadOnlySpan<double> x, int index)
    {
        CheckIndex(index, x.Length);
        double log = LogOfSum(x, out double maximum);
        return Difference(x[index], maximum, out double lost) - (log - lost);
    }

    /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{double}, int)"/>
    public static float LogSoftmax(ReadOnlySpan<float> x, int index)
    {
        CheckIndex(index, x.Length);
        float top = FloatRow.Maximum(x);
        if (float.IsInfinity(top) || float.IsNaN(top))
        {
            return float.NaN;
        }

        Span<float> result = stackalloc float[1];
        FloatRow.LogSoftmax(x.Slice(index, 1), top, Log1p(FloatRow.SumOfOthers(x, top)), result);
        return result[0];
    }

    // ln Σ exp(xⱼ − max) of logits, of which there are some.
    private static double LogOfSum(ReadOnlySpan<double> x, out double maximum)
    {
        int top = IndexOfMaximum(x);
        maximum = x[top];
        return double.IsInfinity(maximum) ? double.NaN : Log1p(SumOfOthers(x, top));
    }

    private static void CheckIndex(int index, int length)
    {
        if ((uint)index >= (uint)length)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"index is {index}, but x has {length} elements.");
        }
    }

    private static void CheckDestination<T>(ReadOnlySpan<T> x, Span<T> destination)
    {
        if (destination.Length != x.Length)
        {
            throw new ArgumentException($"destination has {destination.Length} elements, but x has {x.Length}.", nameof(destination));
        }

        if (x.Overlaps(destination, out int offset) && offset != 0)
        {
            throw new ArgumentException("destination overlaps x, but is not the same memory.", nameof(destination));
        }
    }
}
