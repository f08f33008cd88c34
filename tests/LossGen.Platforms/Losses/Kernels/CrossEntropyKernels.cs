// Written by PlatformKernelsTests from CrossEntropyTests.Cases; LOSSGEN_WRITE_DOCS=1 writes it anew.
using System;
using LossGen.Kernels.Tests.Harness.Losses;
using LossGen.Kernels.Tests.Losses;
using LossGen.Numerics;

namespace LossGen.Platforms.Losses;

internal static partial class CrossEntropyKernels
{
    public static LossSet Set =>
        new(new CrossEntropyTests(Silent.Output).Uses)
        {
            { 0, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of40(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 300, LossForm.Rows, (LossArguments<float> a) => FloatRows0Of300(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 40, LossForm.Rows, (LossArguments<BFloat16> a) => BFloat16Rows0Of40(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 5, LossForm.Rows, (LossArguments<double> a) => DoubleRows0Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 0, 7, LossForm.AtRunTime, (LossArguments<float> a) => FloatAtRunTime0OfAny(
                a.Logits, (int[])a.Targets, a.Classes, a.Gradient, a.Losses, a.Hessian) },
            { 0, 140, LossForm.AtRunTime, (LossArguments<float> a) => FloatAtRunTime0OfAny(
                a.Logits, (int[])a.Targets, a.Classes, a.Gradient, a.Losses, a.Hessian) },
            { 1, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows1Of5(
                a.Logits, (int[])a.Targets, a.Inputs["classWeights"], a.Inputs["sampleWeights"], a.Gradient, a.Losses, a.Hessian) },
            { 2, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows2Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 3, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows3Of5(
                a.Logits, (int[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
            { 4, 5, LossForm.Rows, (LossArguments<float> a) => FloatRows4Of5(
                a.Logits, (float[])a.Targets, a.Gradient, a.Losses, a.Hessian) },
        };

    [CrossEntropy(5)]
    private static partial void FloatRows0Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [CrossEntropy(40)]
    private static partial void FloatRows0Of40(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [CrossEntropy(300)]
    private static partial void FloatRows0Of300(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [CrossEntropy(40)]
    private static partial void BFloat16Rows0Of40(
        ReadOnlySpan<BFloat16> logits, ReadOnlySpan<int> targets, Span<BFloat16> gradient, Span<BFloat16> losses, Span<BFloat16> hessianDiagonal);

    [CrossEntropy(5)]
    private static partial void DoubleRows0Of5(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> targets, Span<double> gradient, Span<double> losses, Span<double> hessianDiagonal);

    [CrossEntropy()]
    private static partial void FloatAtRunTime0OfAny(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int classes, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [CrossEntropy(5, LabelSmoothing = 0.125)]
    private static partial void FloatRows1Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, ReadOnlySpan<float> classWeights, ReadOnlySpan<float> sampleWeights, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [CrossEntropy(5, ZLoss = 0.0625)]
    private static partial void FloatRows2Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [CrossEntropy(5, Temperature = 2)]
    private static partial void FloatRows3Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);

    [CrossEntropy(5)]
    private static partial void FloatRows4Of5(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses, Span<float> hessianDiagonal);
}
