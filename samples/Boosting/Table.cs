using System;
using Digits.Input;

namespace Boosting;

/// <summary>Rows of pixels from 0 to 16: so few values that every one is a bin of its own.</summary>
internal sealed class Table
{
    public const int Bins = 17;

    private readonly byte[] pixels;

    public Table(DigitSet data)
    {
        pixels = Array.ConvertAll(data.Pixels, pixel => (byte)Math.Round(pixel * (Bins - 1)));
        Labels = data.Labels;
    }

    public int[] Labels { get; }

    public int Rows => Labels.Length;

    public int this[int row, int feature] => pixels[(row * DigitSet.Features) + feature];
}
