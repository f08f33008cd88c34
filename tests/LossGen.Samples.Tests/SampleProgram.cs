using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;
using Shouldly;

namespace LossGen.Samples.Tests;

/// <summary>A built sample that prints lines of a name, two spaces or more, and figures.</summary>
internal sealed class SampleProgram(string name)
{
    public CommandResult Run(params string[] arguments) => Dotnet.Run(
        Dotnet.Host,
        Path.GetTempPath(),
        TimeSpan.FromMinutes(3),
        new Dictionary<string, string>(StringComparer.Ordinal),
        [Path.Combine(Checkout.Root, "samples", name, "bin", Checkout.Configuration, "net10.0", name + ".dll"), .. arguments]);

    /// <summary>
    /// What the sample's page shows, up to its first empty line, is what it prints: words exactly, numbers but for the rounding that
    /// another width of vectors brings.
    /// </summary>
    /// <param name="run">What it printed.</param>
    /// <param name="tolerance">Relative.</param>
    /// <param name="lineWithTime">The name of a line that differs from run to run.</param>
    public void ShouldPrintWhatItsPageShows(CommandResult run, double tolerance, string? lineWithTime = null)
    {
        string[] page = File.ReadAllLines(Path.Combine(Checkout.Root, "samples", name, "README.md"));
        string[] shown = [.. Figures(page.SkipWhile(line => line != "```text").Skip(1).TakeWhile(line => line != "```"))];
        shown.Length.ShouldBeGreaterThan(3);
        shown.ShouldPair(Figures(run.Lines), lines => Same(Words(lines.First), Words(lines.Second), tolerance));

        IEnumerable<string> Figures(IEnumerable<string> lines) => lines.TakeWhile(line => line.Length > 0)
            .Where(line => lineWithTime is null || !line.StartsWith(lineWithTime, StringComparison.Ordinal));
    }

    private static string[] Words(string line) => line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private static bool Same(string[] expected, string[] actual, double tolerance) => expected.Length == actual.Length
        && expected.Zip(actual).All(pair => pair.First == pair.Second
            || (double.TryParse(pair.First, CultureInfo.InvariantCulture, out double x)
                && double.TryParse(pair.Second, CultureInfo.InvariantCulture, out double y)
                && Math.Abs(x - y) <= tolerance * Math.Abs(x)));
}

/// <summary>Reads the figures that a sample printed.</summary>
internal static class Figures
{
    /// <summary>The first number after a name.</summary>
    public static double Number(this CommandResult run, string name) =>
        double.Parse(run.Figure(name).Split(' ', ',')[0], CultureInfo.InvariantCulture);
}
