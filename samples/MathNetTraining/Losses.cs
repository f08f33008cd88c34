using System;
using LossGen;

namespace MathNetTraining;

/// <summary>
/// MathNet stores a matrix column by column, so the logits of a class are neighbours and the classes of a row are as far apart as there are
/// rows: that is the layout with one plane of <c>inner</c> rows. Nothing is copied or transposed.
/// </summary>
internal static partial class Losses
{
    [CrossEntropy(10, Layout = Layout.ClassStride)]
    public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int inner, Span<float> gradient);

    [CrossEntropy(10, Layout = Layout.ClassStride)]
    public static partial float Evaluate(ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, int inner, out int correct);
}
