using System;

namespace LossGen.Benchmarks;

/// <summary>What a careful C# programmer writes by hand: max shift, MathF, one row after the other.</summary>
internal static class Scalar
{
    public static float Forward(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int classes)
    {
        float total = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            var x = logits.Slice(row * classes, classes);
            float max = Max(x);
            float sum = 0;
            foreach (float logit in x)
            {
                sum += MathF.Exp(logit - max);
            }

            total += MathF.Log(sum) + (max - x[targets[row]]);
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
            float max = Max(x);
            float sum = 0;
            for (int k = 0; k < x.Length; k++)
            {
                sum += g[k] = MathF.Exp(x[k] - max);
            }

            total += MathF.Log(sum) + (max - x[targets[row]]);
            float factor = scale / sum;
            for (int k = 0; k < g.Length; k++)
            {
                g[k] *= factor;
            }

            g[targets[row]] -= scale;
        }

        return total / targets.Length;
    }

    private static float Max(ReadOnlySpan<float> x)
    {
        float max = x[0];
        foreach (float logit in x)
        {
            max = logit > max ? logit : max;
        }

        return max;
    }
}
