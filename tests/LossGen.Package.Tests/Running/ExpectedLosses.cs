using System;
using System.Collections.Generic;
using System.Globalization;
using LossGen.ProcessTesting;
using Shouldly;

namespace LossGen.Package.Tests.Running;

/// <summary>What Program.cs must print, worked out by hand.</summary>
internal static class ExpectedLosses
{
    // Nine other classes, 20 below the target: log(1 + 9·e⁻²⁰).
    private static readonly double Confident = 9 * Math.Exp(-20);

    public static void ShouldBePrinted(CommandResult run)
    {
        run.ShouldSucceed();
        var printed = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(' ');
            printed.Add(parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        printed["loss"].ShouldBe((Math.Log(10) + Confident) / 2, 2e-7);

        // Nine tenths of the target's loss and a hundredth of each class's: nine classes pay the margin of 20.
        printed["smoothed"].ShouldBe((Math.Log(10) + Confident + (0.09 * 20)) / 2, 3e-7);
        printed["gradient"].ShouldBe((0.1 - 0.91) / 2, 1e-7);
        printed["wide"].ShouldBe(Math.Log(1000), 1e-14);
    }
}
