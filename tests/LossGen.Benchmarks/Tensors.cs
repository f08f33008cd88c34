using System;
using System.Numerics.Tensors;

namespace LossGen.Benchmarks;

/// <summary>The same with <see cref="TensorPrimitives"/>, with the max shift that its SoftMax lacks.</summary>
internal static class Tensors
{
    public static float Forward(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> scratch, int classes)
    {
        float total = 0;
        scratch = scratch[..classes];
        for (int row = 0; row < targets.Length; row++)
        {
            var x = logits.Slice(row * classes, classes);
            float max = TensorPrimitives.Max(x);
            TensorPrimitives.Subtract(x, max, scratch);
            TensorPrimitives.Exp(scratch, scratch);
            total += MathF.Log(TensorPrimitives.Sum(scratch)) + (max - x[targets[row]]);
        }

        return total / targets.Length;
    }

    public static float Gradient(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, int classes)
    {
        float total = 0;
        float scale = 1f / targets.Length;
        for (int row = 0; row < targets.Length; row++)
        {
            var x = logits.Slice(row * classes, classes);
            var g = gradient.Slice(row * classes, classes);
            float max = TensorPrimitives.Max(x);
            TensorPrimitives.Subtract(x, max, g);
            TensorPrimitives.Exp(g, g);
            float sum = TensorPrimitives.Sum(g);
            total += MathF.Log(sum) + (max - x[targets[row]]);
            TensorPrimitives.Multiply(g, scale / sum, g);
            g[targets[row]] -= scale;
        }

        return total / targets.Length;
    }
}
