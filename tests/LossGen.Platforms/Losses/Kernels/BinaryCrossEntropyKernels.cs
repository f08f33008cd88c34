// Written by PlatformKernelsTests from BinaryCrossEntropyTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class BinaryCrossEntropyKernels
{
    public static LossSet Set =>
        new(new BinaryCrossEntropyTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (float[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (float[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (float[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<double> a) => DoubleRows0Of5(
                a.Logits, (double[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<Half> a) => HalfRows0Of5(
                a.Logits, (Half[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, (float[])a.Targets, a.Inputs["posWeights"], a.Inputs["elementWeights"], a.Gradient, a.Losses, a.Hessian) },
            { 2, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows2Of5(
                a.Logits, (float[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
        };

    [BinaryCrossEntropy(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [BinaryCrossEntropy(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [BinaryCrossEntropy(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [BinaryCrossEntropy(5)]
    private static partial void DoubleRows0Of5(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> losses, Span<double> hessianDiagonal);

    [BinaryCrossEntropy(5)]
    private static partial void HalfRows0Of5(
        ReadOnlySpan<Half> logits, ReadOnlySpan<Half> targets, Span<Half> gradient, Span<Half> losses, Span<Half> hessianDiagonal);

    [BinaryCrossEntropy(5, LabelSmoothing = 0.1)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> posWeights, ReadOnlySpan<float> elementWeights, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [BinaryCrossEntropy(5, PosWeight = 2.5, Temperature = 2)]
    private static partial void FloatRows2Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
