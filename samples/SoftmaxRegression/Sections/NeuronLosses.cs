using System;
using LossGen;

namespace SoftmaxRegressionSample.Sections;

/// <summary>Two losses of a sigmoid neuron. The bodies and the gradients are generated when this project is built.</summary>
internal static partial class NeuronLosses
{
    [BinaryCrossEntropy(1)]
    public static partial double CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<bool> targets, Span<double> gradient);

    [CustomBinaryLoss(nameof(HalfSquare), 1)]
    public static partial double Quadratic(ReadOnlySpan<double> logits, ReadOnlySpan<bool> targets, Span<double> gradient);

    [LossFormula]
    private static double HalfSquare(BinaryRow row) => (row.P - row.Label) * (row.P - row.Label) / 2;
}
