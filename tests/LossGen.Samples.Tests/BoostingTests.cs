using System;
using System.Globalization;
using System.Linq;
using System.Text;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

public sealed class BoostingTests(BoostingTests.OneRun run) : IClassFixture<BoostingTests.OneRun>
{
    private static readonly SampleProgram Sample = new("Boosting");

    [Fact]
    public void The_first_split_is_the_best_of_all_by_its_definition()
    {
        int[][] rows =
        [
            .. Encoding.ASCII.GetString(DigitsTests.Uncompressed()).TrimEnd().Split('\n').Take(1500)
                .Select(line => Array.ConvertAll(line.Split(','), field => (int)double.Parse(field, CultureInfo.InvariantCulture))),
        ];

        // At first every digit has the probability 0.1: the derivatives for digit 0 are 0.1 − y and 2 · 0.1 · 0.9.
        var best = (from pixel in Enumerable.Range(0, 64)
                    from threshold in Enumerable.Range(0, 16)
                    let low = rows.Where(row => row[pixel] <= threshold).ToArray()
                    let high = rows.Where(row => row[pixel] > threshold).ToArray()
                    select (Pixel: pixel, Threshold: threshold, Gain: (Score(low) + Score(high) - Score(rows)) / 2))
            .MaxBy(split => split.Gain);

        string[] shown = run.Result.Figure("first split").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        shown[1].ShouldBe(best.Pixel.ToString(CultureInfo.InvariantCulture));
        shown[4].ShouldBe(best.Threshold.ToString(CultureInfo.InvariantCulture));
        Number(shown[6]).ShouldBe(best.Gain, 1e-4);

        static double Score(int[][] some) => Math.Pow(some.Sum(row => 0.1 - (row[64] == 0 ? 1 : 0)), 2) / ((some.Length * 0.18) + 1);
    }

    [Fact]
    public void The_loss_begins_at_that_of_ten_equal_classes_and_falls()
    {
        double[] losses =
        [
            .. run.Result.Lines.Where(line => line.StartsWith("round ", StringComparison.Ordinal))
                .Select(line => Number(line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)[3])),
        ];
        losses.Length.ShouldBe(7);
        losses[0].ShouldBe(Math.Log(10), 1e-5);
        losses.Zip(losses.Skip(1)).ShouldEach(pair => pair.Second < pair.First);
        Number(run.Result.Lines.Last(line => line.Length > 0).Split(' ')[^1]).ShouldBeGreaterThan(0.86);
    }

    [Fact]
    public void The_page_shows_what_it_prints() => Sample.ShouldPrintWhatItsPageShows(run.Result, 0.02);

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);

    /// <summary>One training run, which all tests look at.</summary>
    public sealed class OneRun
    {
        internal CommandResult Result { get; } = Sample.Run().ShouldSucceed();
    }
}
