// Written by PlatformKernelsTests from MultiMarginLossTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class MultiMarginLossKernels
{
    public static LossSet Set =>
        new(new MultiMarginLossTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses) },
            { 0, 5, LossForm.Strided, (LossArguments<float> a) => FloatStrided0Of5(
                a.Logits, (int[])a.Targets, a.Inner, a.Gradient, a.Losses) },
            { 0, 40, LossForm.Rows, (LossArguments<BFloat16> a) => BFloat16Rows0Of40(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
        };

    [MultiMarginLoss(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [MultiMarginLoss(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [MultiMarginLoss(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [MultiMarginLoss(5, Layout = Layout.ClassStride)]
    private static partial void FloatStrided0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int inner, Span<float> gradient, Span<float> losses);

    [MultiMarginLoss(40)]
    private static partial void BFloat16Rows0Of40(
        ReadOnlySpan<BFloat16> logits, ReadOnlySpan<int> targets, Span<BFloat16> gradient, Span<BFloat16> losses);

    [MultiMarginLoss(5, Power = 2, Margin = 0.7)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
