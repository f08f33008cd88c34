using System;
using System.Globalization;
using System.Linq;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

public sealed class MathNetTrainingTests
{
    private static readonly SampleProgram Sample = new("MathNetTraining");

    [Fact]
    public void A_network_of_MathNet_matrices_learns()
    {
        CommandResult run = Sample.Run().ShouldSucceed();
        double[] losses =
        [
            .. run.Lines.Where(line => line.StartsWith("epoch", StringComparison.Ordinal))
                .Select(line => double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)),
        ];

        losses.Length.ShouldBe(5);
        losses.Zip(losses.Skip(1)).ShouldEach(pair => pair.Second < pair.First);
        double.Parse(run.Figure("test").Split(' ')[^1], CultureInfo.InvariantCulture).ShouldBeGreaterThan(0.9);

        // Rounding grows over some hundred steps; another width of vectors rounds otherwise.
        Sample.ShouldPrintWhatItsPageShows(run, 0.05);
    }
}
