using System;
using System.Linq;
using LossGen;

// The loss of one row, by hand.
// Hover over the squiggle to see when it is infinite; Ctrl+. fixes it.
static class Naive
{
    public static float Loss(float[] z, int label)
    {
        float[] p = Softmax(z);
        return -MathF.Log(p[label]);
    }

    private static float[] Softmax(float[] z)
    {
        float max = z.Max();
        float[] e = z.Select(v => MathF.Exp(v - max)).ToArray();
        float sum = e.Sum();
        return e.Select(v => v / sum).ToArray();
    }
}

// The same as a kernel. "Kernel" shows what it becomes; "Run" calls it.
static partial class Digits
{
    [CrossEntropy(10)]
    public static partial float Loss(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets,
        Span<float> probabilities, Span<float> gradient);
}
