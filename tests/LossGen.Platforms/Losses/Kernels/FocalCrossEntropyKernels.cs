// Written by PlatformKernelsTests from FocalCrossEntropyTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class FocalCrossEntropyKernels
{
    public static LossSet Set =>
        new(new FocalCrossEntropyTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Strided, (LossArguments<float> a) => FloatStrided0Of5(
                a.Logits, (int[])a.Targets, a.Inner, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<double> a) => DoubleRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 2, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows2Of5(
                a.Logits, (int[])a.Targets, a.Inputs["alpha"], a.Gradient, a.Losses, a.Hessian) },
            { 3, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows3Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 4, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows4Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses) },
        };

    [FocalCrossEntropy(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [FocalCrossEntropy(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [FocalCrossEntropy(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [FocalCrossEntropy(5, Layout = Layout.ClassStride)]
    private static partial void FloatStrided0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int inner, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [FocalCrossEntropy(5)]
    private static partial void DoubleRows0Of5(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> gradient, Span<double> losses, Span<double> hessianDiagonal);

    [FocalCrossEntropy(5, Gamma = 0.5)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [FocalCrossEntropy(5, Gamma = 3.3)]
    private static partial void FloatRows2Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> alpha, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [FocalCrossEntropy(5, Gamma = 5)]
    private static partial void FloatRows3Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [FocalCrossEntropy(5, Softcap = 8, Temperature = 2)]
    private static partial void FloatRows4Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);
}
