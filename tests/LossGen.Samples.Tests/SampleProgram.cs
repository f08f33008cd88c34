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

    /// <summary>What the sample's page shows is what it prints, but for the lines that hold a time.</summary>
    public void ShouldPrintWhatItsPageShows(CommandResult run, string lineWithTime)
    {
        string[] page = File.ReadAllLines(Path.Combine(Checkout.Root, "samples", name, "README.md"));
        string[] shown = [.. page.SkipWhile(line => line != "```text").Skip(1).TakeWhile(line => line != "```")];
        shown.Length.ShouldBeGreaterThan(3);
        shown.Where(IsComparable).ShouldBe(run.Lines.Where(IsComparable));
        bool IsComparable(string line) => line.Length > 0 && !line.StartsWith(lineWithTime, StringComparison.Ordinal);
    }
}

/// <summary>Reads the figures that a sample printed.</summary>
internal static class Figures
{
    /// <summary>The first number after a name.</summary>
    public static double Number(this CommandResult run, string name) =>
        double.Parse(run.Figure(name).Split(' ', ',')[0], CultureInfo.InvariantCulture);
}
