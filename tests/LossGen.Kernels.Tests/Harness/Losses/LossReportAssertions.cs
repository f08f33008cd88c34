using System;
using Shouldly;
using Xunit.Abstractions;

namespace LossGen.Kernels.Tests.Harness.Losses;

internal static class LossReportAssertions
{
    /// <summary>Prints how close the results came, and fails where one was off, or where nothing was measured.</summary>
    public static void ShouldBeEmpty(this LossReport report, ITestOutputHelper output)
    {
        foreach (var pair in report.Shares)
        {
            output.WriteLine(FormattableString.Invariant($"{pair.Key}: {pair.Value:F2} of the allowed error"));
        }

        report.Problems.ShouldBeEmpty();
        report.Shares.ShouldNotBeEmpty("Nothing was measured.");
    }
}
