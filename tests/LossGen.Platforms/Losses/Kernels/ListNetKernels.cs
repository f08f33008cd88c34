// Written by PlatformKernelsTests from ListNetTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class ListNetKernels
{
    public static LossSet Set =>
        new(new ListNetTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, a.Inputs["relevance"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, a.Inputs["relevance"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, a.Inputs["relevance"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<BFloat16> a) => BFloat16Rows0Of40(
                a.Logits, a.Inputs["relevance"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<double> a) => DoubleRows0Of5(
                a.Logits, a.Inputs["relevance"], a.Gradient, a.Losses, a.Hessian) },
            { 0, 7, LossForm.AtRunTime, (LossArguments<float> a) => FloatAtRunTime0OfAny(
                a.Logits, a.Inputs["relevance"], a.Classes, a.Gradient, a.Losses, a.Hessian) },
            { 0, 140, LossForm.AtRunTime, (LossArguments<float> a) => FloatAtRunTime0OfAny(
                a.Logits, a.Inputs["relevance"], a.Classes, a.Gradient, a.Losses, a.Hessian) },
        };

    [ListNet(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> relevance, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [ListNet(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> relevance, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [ListNet(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> relevance, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [ListNet(40)]
    private static partial void BFloat16Rows0Of40(
        ReadOnlySpan<BFloat16> logits, ReadOnlySpan<BFloat16> relevance, Span<BFloat16> gradient, Span<BFloat16> losses, Span<BFloat16> hessianDiagonal);

    [ListNet(5)]
    private static partial void DoubleRows0Of5(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> relevance, Span<double> gradient, Span<double> losses, Span<double> hessianDiagonal);

    [ListNet()]
    private static partial void FloatAtRunTime0OfAny(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> relevance, int classes, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
