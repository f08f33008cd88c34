// Written by PlatformKernelsTests from FocalBinaryCrossEntropyTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class FocalBinaryCrossEntropyKernels
{
    public static LossSet Set =>
        new(new FocalBinaryCrossEntropyTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (float[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (float[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (float[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<BFloat16> a) => BFloat16Rows0Of40(
                a.Logits, (BFloat16[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<Half> a) => HalfRows0Of5(
                a.Logits, (Half[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, (float[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
        };

    [FocalBinaryCrossEntropy(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [FocalBinaryCrossEntropy(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [FocalBinaryCrossEntropy(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [FocalBinaryCrossEntropy(40)]
    private static partial void BFloat16Rows0Of40(
        ReadOnlySpan<BFloat16> logits, ReadOnlySpan<BFloat16> targets, Span<BFloat16> gradient, Span<BFloat16> losses, Span<BFloat16> hessianDiagonal);

    [FocalBinaryCrossEntropy(5)]
    private static partial void HalfRows0Of5(
        ReadOnlySpan<Half> logits, ReadOnlySpan<Half> targets, Span<Half> gradient, Span<Half> losses, Span<Half> hessianDiagonal);

    [FocalBinaryCrossEntropy(5, Gamma = 0.5, Alpha = 0.25)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
