// Written by PlatformKernelsTests from PolyCrossEntropyTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class PolyCrossEntropyKernels
{
    public static LossSet Set =>
        new(new PolyCrossEntropyTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<Half> a) => HalfRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<double> a) => DoubleRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 2, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows2Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
        };

    [PolyCrossEntropy(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [PolyCrossEntropy(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [PolyCrossEntropy(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [PolyCrossEntropy(5)]
    private static partial void HalfRows0Of5(
        ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, Span<Half> gradient, Span<Half> losses, Span<Half> hessianDiagonal);

    [PolyCrossEntropy(5)]
    private static partial void DoubleRows0Of5(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> gradient, Span<double> losses, Span<double> hessianDiagonal);

    [PolyCrossEntropy(5, Epsilon = -1)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [PolyCrossEntropy(5, Epsilon = -0.5, ZLoss = 0.01)]
    private static partial void FloatRows2Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
