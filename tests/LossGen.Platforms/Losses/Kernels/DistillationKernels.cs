// Written by PlatformKernelsTests from DistillationTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class DistillationKernels
{
    public static LossSet Set =>
        new(new DistillationTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, a.Inputs["teacher"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, a.Inputs["teacher"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, a.Inputs["teacher"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Strided, (LossArguments<float> a) => FloatStrided0Of5(
                a.Logits, a.Inputs["teacher"], a.Inner, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<BFloat16> a) => BFloat16Rows0Of40(
                a.Logits, a.Inputs["teacher"], a.Gradient, a.Losses, a.Hessian) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, a.Inputs["teacher"], a.Gradient, a.Losses, a.Hessian) },
        };

    [Distillation(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> teacher, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [Distillation(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> teacher, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [Distillation(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> teacher, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [Distillation(5, Layout = Layout.ClassStride)]
    private static partial void FloatStrided0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> teacher, int inner, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [Distillation(40)]
    private static partial void BFloat16Rows0Of40(
        ReadOnlySpan<BFloat16> logits, ReadOnlySpan<BFloat16> teacher, Span<BFloat16> gradient, Span<BFloat16> losses, Span<BFloat16> hessianDiagonal);

    [Distillation(5, Temperature = 3)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> teacher, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
