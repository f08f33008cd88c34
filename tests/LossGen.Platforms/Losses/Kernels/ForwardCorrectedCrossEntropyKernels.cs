// Written by PlatformKernelsTests from ForwardCorrectedCrossEntropyTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class ForwardCorrectedCrossEntropyKernels
{
    public static LossSet Set =>
        new(new ForwardCorrectedCrossEntropyTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (int[])a.Targets, a.Inputs["confusion"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (int[])a.Targets, a.Inputs["confusion"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (int[])a.Targets, a.Inputs["confusion"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<double> a) => DoubleRows0Of5(
                a.Logits, (int[])a.Targets, a.Inputs["confusion"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<Half> a) => HalfRows0Of5(
                a.Logits, (int[])a.Targets, Array.ConvertAll(a.Inputs["confusion"], number => (float)number), a.Gradient, a.Losses, a.Hessian) },
        };

    [ForwardCorrectedCrossEntropy(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> confusion, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [ForwardCorrectedCrossEntropy(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> confusion, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [ForwardCorrectedCrossEntropy(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> confusion, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [ForwardCorrectedCrossEntropy(5)]
    private static partial void DoubleRows0Of5(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, ReadOnlySpan<double> confusion, Span<double> gradient, Span<double> losses, Span<double> hessianDiagonal);

    [ForwardCorrectedCrossEntropy(5)]
    private static partial void HalfRows0Of5(
        ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> confusion, Span<Half> gradient, Span<Half> losses, Span<Half> hessianDiagonal);
}
