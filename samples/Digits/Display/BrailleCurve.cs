using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Digits.Display;

/// <summary>A curve of characters that hold two by four dots each. Its start, where most happens, gets most room: the x axis is logarithmic.</summary>
internal sealed class BrailleCurve(int width, int height)
{
    private const int Blank = 0x2800;

    // Unicode counts the dots of a character down its columns, and the lowest pair last.
    private static readonly int[,] Dots = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    /// <summary>One string per line of characters; the smallest value is at the bottom.</summary>
    public string[] Draw(IReadOnlyList<double> values)
    {
        var cells = new int[height, width];
        double low = values.Min(), span = Math.Max(values.Max() - low, double.Epsilon);
        int across = width * 2, up = height * 4;
        int? before = null;
        for (int x = 0; x < across; x++)
        {
            double value = values[(int)Math.Pow(values.Count, x / (double)across) - 1];
            int y = (int)Math.Round((1 - ((value - low) / span)) * (up - 1));
            for (int dot = Math.Min(y, before ?? y); dot <= Math.Max(y, before ?? y); dot++)
            {
                cells[dot / 4, x / 2] |= Dots[dot % 4, x % 2];
            }

            before = y;
        }

        return Enumerable.Range(0, height).Select(line => Line(cells, line)).ToArray();
    }

    private string Line(int[,] cells, int line)
    {
        var text = new StringBuilder(width);
        for (int x = 0; x < width; x++)
        {
            text.Append((char)(Blank + cells[line, x]));
        }

        return text.ToString();
    }
}
