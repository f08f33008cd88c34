// Written by PlatformKernelsTests from AbsoluteErrorLossTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class AbsoluteErrorLossKernels
{
    public static LossSet Set =>
        new(new AbsoluteErrorLossTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses) },
            { 0, 5, LossForm.Strided, (LossArguments<float> a) => FloatStrided0Of5(
                a.Logits, (int[])a.Targets, a.Inner, a.Gradient, a.Losses) },
            { 0, 5, LossForm.Rows, (LossArguments<double> a) => DoubleRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, (float[])a.Targets, a.Gradient, a.Losses) },
        };

    [AbsoluteErrorLoss(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [AbsoluteErrorLoss(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [AbsoluteErrorLoss(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses);

    [AbsoluteErrorLoss(5, Layout = Layout.ClassStride)]
    private static partial void FloatStrided0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int inner, Span<float> gradient, Span<float> losses);

    [AbsoluteErrorLoss(5)]
    private static partial void DoubleRows0Of5(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> gradient, Span<double> losses);

    [AbsoluteErrorLoss(5)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses);
}
