// Written by PlatformKernelsTests from PolicyGradientTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class PolicyGradientKernels
{
    public static LossSet Set =>
        new(new PolicyGradientTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (int[])a.Targets, a.Inputs["returns"], (float)a.Inputs["baseline"][0], a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (int[])a.Targets, a.Inputs["returns"], (float)a.Inputs["baseline"][0], a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (int[])a.Targets, a.Inputs["returns"], (float)a.Inputs["baseline"][0], a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<double> a) => DoubleRows0Of5(
                a.Logits, (int[])a.Targets, a.Inputs["returns"], (double)a.Inputs["baseline"][0], a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Strided, (LossArguments<float> a) => FloatStrided0Of5(
                a.Logits, (int[])a.Targets, a.Inputs["returns"], (float)a.Inputs["baseline"][0], a.Inner, a.Gradient, a.Losses, a.Hessian) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, (int[])a.Targets, a.Inputs["returns"], a.Gradient, a.Losses, a.Hessian) },
        };

    [PolicyGradient(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> returns, float baseline, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [PolicyGradient(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> returns, float baseline, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [PolicyGradient(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> returns, float baseline, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [PolicyGradient(5)]
    private static partial void DoubleRows0Of5(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, ReadOnlySpan<double> returns, double baseline, Span<double> gradient, Span<double> losses, Span<double> hessianDiagonal);

    [PolicyGradient(5, Layout = Layout.ClassStride)]
    private static partial void FloatStrided0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> returns, float baseline, int inner, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [PolicyGradient(5)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> returns, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
