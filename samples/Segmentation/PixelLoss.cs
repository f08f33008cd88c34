using System;
using LossGen;

namespace Segmentation;

/// <summary>The kernel: its body is generated when this project is built.</summary>
internal static partial class PixelLoss
{
    /// <summary>
    /// Images × classes × pixels, as convolutions write them: the classes of a pixel are <paramref name="inner"/> numbers apart. Nothing
    /// is transposed. Pixels with the label 255 count for nothing; their gradient is 0.
    /// </summary>
    [CrossEntropy(Scene.Classes, Layout = Layout.ClassStride, IgnoreIndex = Scene.Unlabelled)]
    public static partial float Loss(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<byte> targets,
        int inner,
        ReadOnlySpan<float> classWeights,
        Span<float> gradient,
        Span<int> predictions);
}
