using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace LossGen.Benchmarks.Quick;

/// <summary>A plot of the table's ordinary rows, as SVG that reads on light and dark pages: <c>-- --quick --plot FILE</c>.</summary>
internal static class Plot
{
    private const int PanelWidth = 470;
    private const int Height = 400;
    private const int Left = 60;
    private const int Right = 130;
    private const int Top = 40;
    private const int Bottom = 50;

    // From 0.1 to 100 ns.
    private const int Decades = 3;

    private const string Style =
        "text { fill: #24292f } .grid { stroke: #d0d7de } .ours { stroke: #0b6e4f; fill: none; stroke-width: 3 } .t-ours { fill: #0b6e4f; font-weight: bold } "
        + ".peer { fill: none; stroke-width: 1.8 } "
        + "@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .grid { stroke: #3d444d } .ours { stroke: #3fb98b } .t-ours { fill: #3fb98b } }";

    private static readonly (string Name, string Colour, Func<Line, double?> Of)[] Series =
    [
        ("LossGen", "ours", line => line.LossGen),
        ("ONNX Runtime", "#d2691e", line => line.OnnxRuntime),
        ("oneDNN 2.6", "#c2455e", line => line.OneDnn),
        ("PyTorch 1.13", "#9a6ad0", line => line.Torch),
        ("TensorPrimitives", "#3f86c9", line => line.Tensors),
        ("scalar C#", "#8b8f94", line => line.Scalar),
    ];

    public static void Write(string file, IReadOnlyList<Line> lines)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {2 * PanelWidth} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<style>{Style}</style>\n");
        DrawPanel(text, 0, "Loss: nanoseconds per logit", [.. lines.Where(line => line is { Rows: "ordinary", Pass: "forward" })]);
        DrawPanel(text, PanelWidth, "Loss and gradient", [.. lines.Where(line => line is { Rows: "ordinary", Pass: "gradient" })]);
        File.WriteAllText(file, text.Append("</svg>\n").ToString());
    }

    private static void DrawPanel(StringBuilder text, int start, string title, IReadOnlyList<Line> lines)
    {
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{start + Left}\" y=\"22\" font-size=\"14\">{title} (one thread, lower is better)</text>\n");
        for (double tick = 0.1; tick <= 100; tick *= 10)
        {
            text.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{start + Left}\" x2=\"{start + PanelWidth - Right}\" y1=\"{Y(tick):F1}\" y2=\"{Y(tick):F1}\"/>");
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{start + Left - 8}\" y=\"{Y(tick) + 4:F1}\" text-anchor=\"end\">{tick:0.###}</text>\n");
        }

        for (int i = 0; i < lines.Count; i++)
        {
            // Under each other by turns: neighbouring numbers would touch.
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(i):F1}\" y=\"{Height - Bottom + 16 + (i % 2 * 13)}\" text-anchor=\"middle\" font-size=\"10\">{lines[i].Classes}</text>\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{start + ((Left + PanelWidth - Right) / 2)}\" y=\"{Height - 6}\" text-anchor=\"middle\">classes</text>\n");
        double label = double.NegativeInfinity;
        foreach (var (name, colour, of) in Series.Where(one => lines.All(line => one.Of(line) is not null)).OrderByDescending(one => one.Of(lines[^1])! / lines[^1].Classes))
        {
            string points = string.Join(" ", lines.Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"{X(i):F1},{Y(of(line)!.Value / line.Classes):F1}")));
            string style = colour == "ours" ? "class=\"ours\"" : $"class=\"peer\" stroke=\"{colour}\"";
            text.Append(CultureInfo.InvariantCulture, $"<polyline {style} points=\"{points}\"/>\n");
            label = Math.Max(label + 15, Y(of(lines[^1])!.Value / lines[^1].Classes) + 4);
            string fill = colour == "ours" ? "class=\"t-ours\"" : $"style=\"fill:{colour}\"";
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{start + PanelWidth - Right + 8}\" y=\"{label:F1}\" {fill}>{name}</text>\n");
        }

        double X(int i) => start + Left + 15 + (i * (double)(PanelWidth - Left - Right - 25) / Math.Max(1, lines.Count - 1));
    }

    private static double Y(double nanoseconds) => Height - Bottom - ((Math.Log10(nanoseconds) + 1) / Decades * (Height - Bottom - Top));
}
