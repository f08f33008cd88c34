using System;

namespace Digits.Input;

/// <summary>Images of digits, one row of <see cref="Features"/> numbers each, and what they show.</summary>
internal sealed record DigitSet(double[] Pixels, int[] Labels)
{
    public const int Features = 64;

    public const int Classes = 10;

    public int Rows => Labels.Length;

    public DigitSet Slice(Range rows) =>
        new(Pixels[(rows.Start.GetOffset(Rows) * Features)..(rows.End.GetOffset(Rows) * Features)], Labels[rows]);

    /// <summary>The last rows are for testing, in the proportion of the built-in data: 297 of 1797.</summary>
    public (DigitSet Training, DigitSet Test) Split()
    {
        int training = Rows - (int)(Rows * 297L / 1797);
        return (Slice(..training), Slice(training..));
    }
}
