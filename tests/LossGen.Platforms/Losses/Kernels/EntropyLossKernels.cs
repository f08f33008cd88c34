// Written by PlatformKernelsTests from EntropyLossTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class EntropyLossKernels
{
    public static LossSet Set =>
        new(new EntropyLossTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<double> a) => DoubleRows0Of5(
                a.Logits, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Strided, (LossArguments<float> a) => FloatStrided0Of5(
                a.Logits, a.Inner, a.Gradient, a.Losses, a.Hessian) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, a.Gradient, a.Losses, a.Hessian) },
        };

    [EntropyLoss(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [EntropyLoss(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [EntropyLoss(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [EntropyLoss(5)]
    private static partial void DoubleRows0Of5(
        ReadOnlySpan<double> logits, Span<double> gradient, Span<double> losses, Span<double> hessianDiagonal);

    [EntropyLoss(5, Layout = Layout.ClassStride)]
    private static partial void FloatStrided0Of5(
        ReadOnlySpan<float> logits, int inner, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [EntropyLoss(5, Unit = Unit.Bits)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
