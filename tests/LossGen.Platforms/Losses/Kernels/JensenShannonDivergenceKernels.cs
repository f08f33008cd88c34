// Written by PlatformKernelsTests from JensenShannonDivergenceTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class JensenShannonDivergenceKernels
{
    public static LossSet Set =>
        new(new JensenShannonDivergenceTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, a.Inputs["other"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, a.Inputs["other"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, a.Inputs["other"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Strided, (LossArguments<float> a) => FloatStrided0Of5(
                a.Logits, a.Inputs["other"], a.Inner, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<Half> a) => HalfRows0Of5(
                a.Logits, a.Inputs["other"], a.Gradient, a.Losses, a.Hessian) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, a.Inputs["other"], a.Gradient, a.Losses, a.Hessian) },
        };

    [JensenShannonDivergence(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> other, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [JensenShannonDivergence(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> other, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [JensenShannonDivergence(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> other, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [JensenShannonDivergence(5, Layout = Layout.ClassStride)]
    private static partial void FloatStrided0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> other, int inner, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [JensenShannonDivergence(5)]
    private static partial void HalfRows0Of5(
        ReadOnlySpan<Half> logits, ReadOnlySpan<Half> other, Span<Half> gradient, Span<Half> losses, Span<Half> hessianDiagonal);

    [JensenShannonDivergence(5, Unit = Unit.Bits)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> other, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
