using System;
using System.Collections.Generic;
using System.Linq;
using Digits.Input;
using Microsoft.ML.Data;

namespace MlNetEvaluation;

/// <summary>An image as ML.NET reads it.</summary>
internal sealed class Image
{
    public uint Label { get; set; }

    [VectorType(DigitSet.Features)]
    public float[] Features { get; set; } = [];

    /// <summary>The images of a set, those of class 0 first: ML.NET numbers classes in the order in which it meets them.</summary>
    public static Image[] Of(DigitSet set) =>
    [
        .. set.Labels.Select((label, row) => new Image { Label = (uint)label, Features = Pixels(set, row) }).OrderBy(image => image.Label),
    ];

    private static float[] Pixels(DigitSet set, int row) =>
        [.. new ArraySegment<double>(set.Pixels, row * DigitSet.Features, DigitSet.Features).Select(pixel => (float)pixel)];
}
