// Written by PlatformKernelsTests from LargeMarginCrossEntropyTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class LargeMarginCrossEntropyKernels
{
    public static LossSet Set =>
        new(new LargeMarginCrossEntropyTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (int[])a.Targets, a.Inputs["norms"], a.Gradient, a.Losses) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (int[])a.Targets, a.Inputs["norms"], a.Gradient, a.Losses) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (int[])a.Targets, a.Inputs["norms"], a.Gradient, a.Losses) },
            { 0, 5, LossForm.Rows, (LossArguments<Half> a) => HalfRows0Of5(
                a.Logits, (int[])a.Targets, a.Inputs["norms"], a.Gradient, a.Losses) },
            { 0, 5, LossForm.Strided, (LossArguments<float> a) => FloatStrided0Of5(
                a.Logits, (int[])a.Targets, a.Inputs["norms"], a.Inner, a.Gradient, a.Losses) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, (int[])a.Targets, a.Inputs["norms"], a.Gradient, a.Losses) },
            { 2, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows2Of5(
                a.Logits, (int[])a.Targets, a.Inputs["norms"], a.Gradient, a.Losses) },
            { 3, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows3Of5(
                a.Logits, (int[])a.Targets, a.Inputs["norms"], a.Gradient, a.Losses, a.Hessian) },
        };

    [LargeMarginCrossEntropy(5, Margin = 2)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms, Span<float> gradient, Span<float> losses);

    [LargeMarginCrossEntropy(40, Margin = 2)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms, Span<float> gradient, Span<float> losses);

    [LargeMarginCrossEntropy(300, Margin = 2)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms, Span<float> gradient, Span<float> losses);

    [LargeMarginCrossEntropy(5, Margin = 2)]
    private static partial void HalfRows0Of5(
        ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, ReadOnlySpan<Half> norms, Span<Half> gradient, Span<Half> losses);

    [LargeMarginCrossEntropy(5, Margin = 2, Layout = Layout.ClassStride)]
    private static partial void FloatStrided0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms, int inner, Span<float> gradient, Span<float> losses);

    [LargeMarginCrossEntropy(5, Margin = 3)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms, Span<float> gradient, Span<float> losses);

    [LargeMarginCrossEntropy(5, Margin = 4, Temperature = 2)]
    private static partial void FloatRows2Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms, Span<float> gradient, Span<float> losses);

    [LargeMarginCrossEntropy(5)]
    private static partial void FloatRows3Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> norms, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
