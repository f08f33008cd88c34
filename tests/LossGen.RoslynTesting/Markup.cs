using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.RoslynTesting;

/// <summary>A source whose expected diagnostics are marked as <c>{|LG1001:code|}</c>.</summary>
/// <param name="Source">The source without marks.</param>
/// <param name="Expected">Where which diagnostics are expected, as <c>(line,column) id</c>.</param>
internal sealed record Markup(string Source, IReadOnlyList<string> Expected)
{
    public static Markup Parse(string text)
    {
        var source = new StringBuilder();
        var marks = new List<(int Start, string Id)>();
        for (int i = 0; i < text.Length; i++)
        {
            if (Starts(text, i, "{|") && text.IndexOf(':', i) is var colon and > 0)
            {
                marks.Add((source.Length, text[(i + 2)..colon]));
                i = colon;
            }
            else if (Starts(text, i, "|}"))
            {
                i++;
            }
            else
            {
                source.Append(text[i]);
            }
        }

        var clean = SourceText.From(source.ToString());
        return new Markup(clean.ToString(), marks.ConvertAll(mark => Place(clean.Lines.GetLinePosition(mark.Start)) + " " + mark.Id));
    }

    public static string Place(LinePosition position) =>
        string.Create(CultureInfo.InvariantCulture, $"({position.Line + 1},{position.Character + 1})");

    private static bool Starts(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}
