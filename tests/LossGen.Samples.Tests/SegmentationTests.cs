using System;
using System.Globalization;
using System.Linq;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

public sealed class SegmentationTests(SegmentationTests.OneRun run) : IClassFixture<SegmentationTests.OneRun>
{
    private const int Pixels = 48 * 48;

    private static readonly SampleProgram Sample = new("Segmentation");

    [Fact]
    public void The_loss_begins_at_that_of_four_equal_classes_and_falls()
    {
        double[] losses =
        [
            .. run.Result.Lines.Where(line => line.StartsWith("step ", StringComparison.Ordinal))
                .Select(line => double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)),
        ];
        losses.Length.ShouldBe(6);
        losses[0].ShouldBe(Math.Log(4), 1e-5);
        losses.Zip(losses.Skip(1)).ShouldEach(pair => pair.Second < pair.First);
        losses[^1].ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Pixels_are_counted_once_or_left_out()
    {
        double[] counts =
        [
            .. run.Result.Figure("pixels").Split(", ").Select(part => double.Parse(part.Split(' ')[1], CultureInfo.InvariantCulture)),
            run.Result.Number("left out"),
        ];
        counts.Length.ShouldBe(5);
        counts.Sum().ShouldBe(8 * Pixels);
    }

    [Fact]
    public void The_rare_class_is_found_as_well()
    {
        run.Result.Number("IoU of road").ShouldBeGreaterThan(0.85);
        run.Result.Number("mean IoU").ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void The_page_shows_what_it_prints() => Sample.ShouldPrintWhatItsPageShows(run.Result, 0.02);

    /// <summary>One training run, which all tests look at.</summary>
    public sealed class OneRun
    {
        internal CommandResult Result { get; } = Sample.Run().ShouldSucceed();
    }
}
