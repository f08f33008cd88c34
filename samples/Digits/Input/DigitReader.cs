using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Digits.Input;

/// <summary>Reads lines of 64 pixels and a label, separated by commas.</summary>
internal static class DigitReader
{
    private const int Columns = DigitSet.Features + 1;

    // Pixels are 0…16; the model sees 0…1.
    private const double Brightest = 16;

    public static DigitSet Read(TextReader reader, string file)
    {
        var pixels = new List<double>();
        var labels = new List<int>();
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 && reader.Peek() < 0)
            {
                break;
            }

            ReadLine(line, file, number, pixels, labels);
        }

        return labels.Count > 0
            ? new DigitSet([.. pixels], [.. labels])
            : throw new BadDataException(file, 1, 1, "there is no data");
    }

    private static void ReadLine(string line, string file, int number, List<double> pixels, List<int> labels)
    {
        int count = line.AsSpan().Count(',') + 1;
        if (count != Columns)
        {
            throw new BadDataException(file, number, Math.Min(count, Columns + 1), $"the line has {count} columns instead of {Columns} (64 pixels and a label)");
        }

        int column = 0;
        foreach (Range range in line.AsSpan().Split(','))
        {
            column++;
            ReadOnlySpan<char> field = line.AsSpan(range);
            if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            {
                throw new BadDataException(file, number, column, $"'{Shown(field)}' is not a number");
            }

            if (column < Columns)
            {
                pixels.Add(value / Brightest);
            }
            else
            {
                labels.Add(Label(value, field, file, number));
            }
        }
    }

    private static int Label(double value, ReadOnlySpan<char> field, string file, int number) =>
        value is >= 0 and < DigitSet.Classes && double.IsInteger(value)
            ? (int)value
            : throw new BadDataException(file, number, Columns, $"the label '{Shown(field)}' is not a digit from 0 to 9");

    private static string Shown(ReadOnlySpan<char> field) => field.Length <= 20 ? field.ToString() : string.Concat(field[..20], "…");
}
