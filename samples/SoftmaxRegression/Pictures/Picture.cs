using System;
using System.Collections.Generic;
using System.IO;
using ScottPlot;
using ScottPlot.MultiplotLayouts;
using SkiaSharp;

namespace SoftmaxRegressionSample.Pictures;

/// <summary>Panels side by side in one file.</summary>
internal static class Picture
{
    private const int PanelWidth = 480;
    private const int Height = 360;

    // Where there is no such font, as in a container, another takes its place; without any a PNG has no text.
    private const string Font = "DejaVu Sans";

    /// <summary>What is wrong with a file's name, before anything is computed; null if nothing is.</summary>
    public static string? Fault(string file) =>
        !IsSvg(file) && !Path.GetExtension(file).Equals(".png", StringComparison.OrdinalIgnoreCase) ? $"--plot is {file}; its ending must be .svg or .png."
        : Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder) ? $"--plot is {file}; its folder does not exist."
        : null;

    public static void Write(string file, IReadOnlyList<Plot> panels)
    {
        // Drawn before the file is made: a fault leaves no half of a picture.
        using var memory = new MemoryStream();
        if (IsSvg(file))
        {
            using var canvas = SKSvgCanvas.Create(SKRect.Create(PanelWidth * panels.Count, Height), memory);
            Draw(canvas, panels);
        }
        else
        {
            using var surface = SKSurface.Create(new SKImageInfo(PanelWidth * panels.Count, Height));
            Draw(surface.Canvas, panels);
            using var image = surface.Snapshot();
            using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
            png.SaveTo(memory);
        }

        File.WriteAllBytes(file, memory.ToArray());
    }

    private static bool IsSvg(string file) => Path.GetExtension(file).Equals(".svg", StringComparison.OrdinalIgnoreCase);

    private static void Draw(SKCanvas canvas, IReadOnlyList<Plot> panels)
    {
        var all = new Multiplot { Layout = new Columns() };
        all.RemovePlot(all.GetPlot(0));
        foreach (var panel in panels)
        {
            panel.Font.Set(Font);

            // The first time a plot is drawn twice, to find its limits; in an SVG both would stay.
            panel.RenderInMemory(PanelWidth, Height);
            all.AddPlot(panel);
        }

        all.Render(canvas, new PixelRect(0, PanelWidth * panels.Count, Height, 0));
    }
}
