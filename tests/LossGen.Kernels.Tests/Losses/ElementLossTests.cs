using System;
using System.Linq;
using LossGen.Kernels.Tests.Harness;
using LossGen.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>The losses of the single labels of a binary kernel, which its rows' losses are the sums of.</summary>
public sealed class ElementLossTests
{
    internal delegate double Run(float[] logits, float[] targets, float[] elementWeights, float[] sampleWeights, float[] elementLosses, float[] losses, float[] gradient);

    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (string attribute in new[] { "BinaryCrossEntropy(L)", "BinaryCrossEntropy(L, PosWeight = 2, LabelSmoothing = 0.1)", "FocalBinaryCrossEntropy(L, Alpha = 0.25)", "CustomBinaryLoss(nameof(Own), L)" })
        {
            foreach (int labels in new[] { 2, 16, 17, 300 })
            {
                data.Add(attribute, labels);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Elements_add_up_to_the_rows_and_are_the_loss_of_a_kernel_of_one_label(string attribute, int labels)
    {
        const int Rows = 19;
        var random = new Random(labels);
        float[] Draw(int count, double low, double high) => [.. Enumerable.Range(0, count).Select(_ => (float)(low + (random.NextDouble() * (high - low))))];
        float[] x = Draw(Rows * labels, -20, 20), t = Draw(Rows * labels, 0, 1), w = Draw(Rows * labels, 0, 2), v = Draw(Rows, 0.1, 2);
        v[3] = 0;
        float[] elements = new float[x.Length], losses = new float[Rows], gradient = new float[x.Length];
        Compile(attribute, labels)(x, t, w, v, elements, losses, gradient);
        for (int row = 0; row < Rows; row++)
        {
            double sum = Enumerable.Range(0, labels).Sum(k => (double)elements[(row * labels) + k]);
            ((double)losses[row]).ShouldBe(sum, (2e-6 * sum) + 1e-30, $"row {row}");
        }

        // The same numbers as a row each.
        float[] single = new float[x.Length], ofRows = new float[x.Length];
        Compile(attribute, 1)(x, t, w, [.. Enumerable.Range(0, x.Length).Select(i => v[i / labels])], single, ofRows, new float[x.Length]);
        for (int i = 0; i < x.Length; i++)
        {
            // Within the bounds of both: a long row and a row of one take their exponentials in different ways.
            elements[i].ShouldBe(single[i], (6e-7f * single[i]) + 1e-36f);
            if (attribute == "BinaryCrossEntropy(L)")
            {
                double expected = (double)v[i / labels] * w[i] * ((t[i] * StableMath.Softplus(-(double)x[i])) + ((1 - t[i]) * StableMath.Softplus((double)x[i])));
                ((double)elements[i]).ShouldBe(expected, (1e-6 * expected) + 1e-30);
            }
        }
    }

    private static Run Compile(string attribute, int labels) => KernelAssembly.FromSource($$"""
        using System;
        using LossGen;
        public static partial class K
        {
            [LossFormula] static double Own(BinaryRow row) => row.Label * row.NegLogP + (1 - row.Label) * row.P * row.P;
            [{{attribute.Replace("L)", labels + ")", StringComparison.Ordinal).Replace("(L", "(" + labels, StringComparison.Ordinal)}}]
            public static partial double Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> elementWeights, ReadOnlySpan<float> sampleWeights, Span<float> elementLosses, Span<float> losses, Span<float> gradient);
            public static double Call(float[] logits, float[] targets, float[] elementWeights, float[] sampleWeights, float[] elementLosses, float[] losses, float[] gradient) =>
                Loss(logits, targets, elementWeights, sampleWeights, elementLosses, losses, gradient);
        }
        """).Method<Run>("K", "Call");
}
