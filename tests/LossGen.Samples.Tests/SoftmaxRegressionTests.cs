using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

public sealed class SoftmaxRegressionTests
{
    private static readonly string Program =
        Path.Combine(Checkout.Root, "samples/SoftmaxRegression/bin", Checkout.Configuration, "net10.0/SoftmaxRegression.dll");

    [Fact]
    public void Every_data_set_reaches_its_reference_to_the_last_digit_printed()
    {
        var run = Dotnet.Run(Dotnet.Host, Path.GetTempPath(), TimeSpan.FromMinutes(2), new Dictionary<string, string>(), [Program]);
        string[][] rows = [.. run.Lines.Where(line => line.StartsWith('│') && line.Contains("0.", StringComparison.Ordinal)).Select(line => line.Split('│', StringSplitOptions.TrimEntries))];
        rows.Length.ShouldBe(4);
        rows.ShouldEach(cells => cells[3] == cells[4]);
        run.Lines.ShouldContain(line => line.StartsWith(" 0.512  ·············  ·············  ·············", StringComparison.Ordinal));
    }
}
