// Written by PlatformKernelsTests from GeneralizedCrossEntropyTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class GeneralizedCrossEntropyKernels
{
    public static LossSet Set =>
        new(new GeneralizedCrossEntropyTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<Half> a) => HalfRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<BFloat16> a) => BFloat16Rows0Of40(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 2, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows2Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
        };

    [GeneralizedCrossEntropy(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [GeneralizedCrossEntropy(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [GeneralizedCrossEntropy(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [GeneralizedCrossEntropy(5)]
    private static partial void HalfRows0Of5(
        ReadOnlySpan<Half> logits, ReadOnlySpan<int> targets, Span<Half> gradient, Span<Half> losses, Span<Half> hessianDiagonal);

    [GeneralizedCrossEntropy(40)]
    private static partial void BFloat16Rows0Of40(
        ReadOnlySpan<BFloat16> logits, ReadOnlySpan<int> targets, Span<BFloat16> gradient, Span<BFloat16> losses, Span<BFloat16> hessianDiagonal);

    [GeneralizedCrossEntropy(5, Q = 1)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [GeneralizedCrossEntropy(5, Q = 0.7, Truncation = 0.5)]
    private static partial void FloatRows2Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
