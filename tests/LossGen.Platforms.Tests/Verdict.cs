using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit.Abstractions;

namespace LossGen.Platforms.Tests;

/// <summary>What the program says in its first and last line.</summary>
internal static class Verdict
{
    /// <summary>All checks passed, and they were as many as the program has: a run that stopped early, or that checked nothing, is none.</summary>
    public static void ShouldBeGood(this CommandResult run, string firstLine, ITestOutputHelper output)
    {
        output.WriteLine(run.Output);
        run.ShouldSucceed();
        ShouldBeGood(run.Output, firstLine, atLeast: 200_000);
    }

    public static void ShouldBeGood(string text, string firstLine, int atLeast)
    {
        string[] lines = [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        lines.ShouldNotBeEmpty();
        lines[0].ShouldContain(firstLine, customMessage: text);
        Match sum = Regex.Match(lines[^1], "^([0-9]+) checks passed, 0 failed$");
        sum.Success.ShouldBeTrue(text);
        int.Parse(sum.Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeGreaterThan(atLeast);
    }
}
