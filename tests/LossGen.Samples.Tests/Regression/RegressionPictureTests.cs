using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using LossGen.ProcessTesting;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace LossGen.Samples.Tests.Regression;

/// <summary>The curves in the files are those of the formulas: a plot may shift and stretch them, and nothing else.</summary>
public sealed class RegressionPictureTests(RegressionSample sample) : IClassFixture<RegressionSample>
{
    private const string Quadratic = "#C2455E";
    private const string Green = "#0B6E4F";

    [Fact]
    public void The_svg_has_three_panels_and_names_every_curve()
    {
        string[] texts = [.. Elements("text").Select(text => text.Value.Trim())];
        string[] expected =
        [
            "A neuron that should say 0", "Iris: objective above the minimum", "README.md: perplexity of the next character",
            "quadratic", "cross-entropy", "fixed step 0.1", "fixed step 1.0", "fixed step 3.0", "fixed step 10.0", "best step (Brent)", "L-BFGS", "fitted to", "the rest",
        ];
        expected.Except(texts).ShouldBeEmpty();
    }

    [Fact]
    public void The_curves_of_the_neuron_are_those_of_its_formula()
    {
        // Both lie in one panel, so one shift and one scale must fit both.
        double[] expected = [.. Neuron.Outputs((a, slope) => a * slope), .. Neuron.Outputs((a, _) => a)];
        var drawn = Curve(Quadratic, panel: 0).Concat(Curve(Green, panel: 0)).ToArray();
        drawn.Length.ShouldBe(602);
        ShouldBeAffine(expected, [.. drawn.Select(point => point.Y)]);
        ShouldBeAffine([.. Enumerable.Range(0, 301).Select(step => (double)step)], [.. drawn.Take(301).Select(point => point.X)]);
    }

    [Fact]
    public void The_curve_of_the_text_has_the_printed_perplexities()
    {
        double[] printed = [.. sample.Table("characters before  fitted to").Select(row => row[1])];
        ShouldBeAffine(printed, [.. Curve(Green, panel: 2).Select(point => point.Y)]);
    }

    [Fact]
    public void Each_descent_has_a_point_per_iteration()
    {
        int[] lengths = [.. Curves(panel: 1).Select(curve => curve.Count).Where(count => count > 2)];
        int[] printed = [.. new[] { "fixed step 0.1", "fixed step 1.0", "fixed step 3.0", "fixed step 10.0", "best step (Brent)", "L-BFGS" }
            .Select(name => (int)sample.Numbers(name).Single()[0] + 1)];
        lengths.ShouldBe([.. printed.Select(points => Math.Min(points, 2000))]);
    }

    [Fact]
    public void A_png_shows_the_same_curves()
    {
        string file = Path.Combine(Path.GetTempPath(), $"lossgen-{Guid.NewGuid():N}.png");
        try
        {
            RegressionSample.Run("--plot", file).ShouldSucceed();
            using var picture = SKBitmap.Decode(file);
            (picture.Width, picture.Height).ShouldBe((1440, 360));
            var green = SKColor.Parse(Green);
            Count(picture, 0, SKColor.Parse(Quadratic)).ShouldBeGreaterThan(200);
            Count(picture, 0, green).ShouldBeGreaterThan(200);
            Count(picture, 1, SKColor.Parse("#1F77B4")).ShouldBeGreaterThan(200);
            Count(picture, 2, green).ShouldBeGreaterThan(200);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("curves.bmp", "--plot is curves.bmp; its ending must be .svg or .png.")]
    [InlineData("no-such-folder/curves.svg", "--plot is no-such-folder/curves.svg; its folder does not exist.")]
    public void A_file_that_cannot_be_written_is_one_line(string file, string message)
    {
        var run = RegressionSample.Run("--plot", file);
        run.ExitCode.ShouldBe(2, run.Transcript);
        run.Output.ShouldBeEmpty();
        run.Errors.Trim().ShouldBe(message);
    }

    private static int Count(SKBitmap picture, int panel, SKColor colour)
    {
        int count = 0;
        for (int x = panel * 480; x < (panel + 1) * 480; x++)
        {
            for (int y = 0; y < picture.Height; y++)
            {
                // Edges are blended with the white behind them.
                var pixel = picture.GetPixel(x, y);
                int distance = Math.Abs(pixel.Red - colour.Red) + Math.Abs(pixel.Green - colour.Green) + Math.Abs(pixel.Blue - colour.Blue);
                count += distance < 150 ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>Whether there are a shift and a scale that make one of the other, up to a hundredth of a pixel.</summary>
    private static void ShouldBeAffine(double[] values, double[] pixels)
    {
        pixels.Length.ShouldBe(values.Length);
        int low = Array.IndexOf(values, values.Min());
        int high = Array.IndexOf(values, values.Max());
        double scale = (pixels[high] - pixels[low]) / (values[high] - values[low]);
        Math.Abs(pixels[high] - pixels[low]).ShouldBeGreaterThan(100);
        values.Select(value => pixels[low] + (scale * (value - values[low]))).Zip(pixels, (x, y) => Math.Abs(x - y)).Max().ShouldBeLessThan(0.02);
    }

    private IEnumerable<XElement> Elements(string name) => XDocument.Load(sample.Svg).Descendants().Where(element => element.Name.LocalName == name);

    /// <summary>The longest line of a colour in a panel; a legend has a short one.</summary>
    private IReadOnlyList<(double X, double Y)> Curve(string colour, int panel) =>
        Lines(colour, panel).MaxBy(curve => curve.Count).ShouldNotBeNull();

    private IEnumerable<IReadOnlyList<(double X, double Y)>> Curves(int panel) => Lines(colour: null, panel);

    private IEnumerable<IReadOnlyList<(double X, double Y)>> Lines(string? colour, int panel) => Elements("path")
        .Where(path => (string?)path.Attribute("stroke") is { } stroke && stroke.StartsWith('#') && stroke != "#010101" && (colour is null || stroke == colour))
        .Select(path => Points((string)path.Attribute("d")!))
        .Where(points => points.Count > 1 && (int)(points[0].X / 480) == panel);

    private static List<(double X, double Y)> Points(string path) =>
    [
        .. path.Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries).Where(pair => !pair.Any(char.IsLetter))
            .Select(pair => pair.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
            .Select(pair => (pair[0], pair[1])),
    ];
}
