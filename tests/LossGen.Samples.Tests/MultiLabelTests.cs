using System;
using System.Globalization;
using System.Linq;
using System.Text;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

public sealed class MultiLabelTests(MultiLabelTests.OneRun run) : IClassFixture<MultiLabelTests.OneRun>
{
    private static readonly SampleProgram Sample = new("MultiLabel");

    // Which digits answer yes, in the order in which the sample asks.
    private static readonly string[] Yes = ["02468", "2357", "56789", "0689", "7"];

    [Fact]
    public void The_first_loss_is_that_of_even_chances_with_the_weights_of_the_yeses()
    {
        // log 2 for every answer, where a yes to question k counts as (noes/yeses): together as much as the noes.
        string digits = Digits()[..1500];
        double expected = Yes.Sum(yes => 2 * digits.Count(digit => !yes.Contains(digit))) * Math.Log(2) / (5 * 1500);

        Number(run.Result.Figure("step    0").Split(' ')[^1]).ShouldBe(expected, 1e-5);
    }

    [Fact]
    public void Every_question_is_answered_better_than_by_chance_the_rare_one_too()
    {
        string digits = Digits()[1500..];
        double[][] table =
        [
            .. run.Result.Lines.SkipWhile(line => !line.StartsWith("question ", StringComparison.Ordinal)).Skip(1).Take(5)
                .Select(line => Array.ConvertAll(line[16..].Split(' ', StringSplitOptions.RemoveEmptyEntries), Number)),
        ];

        table.Select(row => (int)row[0]).ShouldBe(Yes.Select(yes => digits.Count(digit => yes.Contains(digit))));
        table.ShouldEach(row => row[1] > 0.8 && row[2] > 0.8 && row[4] > 0.88 && row[5] > 0.88 && row[6] < 0.15);
    }

    [Fact]
    public void The_page_shows_what_it_prints() => Sample.ShouldPrintWhatItsPageShows(run.Result, 0.02);

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);

    /// <summary>The last column of the data, one character per image.</summary>
    private static string Digits() =>
        string.Concat(Encoding.ASCII.GetString(DigitsTests.Uncompressed()).TrimEnd().Split('\n').Select(line => line.TrimEnd()[^1]));

    /// <summary>One training run, which all tests look at.</summary>
    public sealed class OneRun
    {
        internal CommandResult Result { get; } = Sample.Run().ShouldSucceed();
    }
}
