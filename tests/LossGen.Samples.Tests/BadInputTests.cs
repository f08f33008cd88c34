using System.Linq;
using System.Text;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

public class BadInputTests
{
    private static readonly string[] Good = Encoding.ASCII.GetString(DigitsTests.Uncompressed()).Split('\n')[..5];

    [Fact]
    public void A_missing_file() =>
        ShouldSay(DigitsSample.Run("--plain", "--data", "no-such-file.csv"), "no-such-file.csv: there is no such file");

    [Fact]
    public void A_missing_folder() =>
        ShouldSay(DigitsSample.Run("--data", "no-such-folder/some.csv"), "no-such-folder/some.csv: there is no such file");

    [Fact]
    public void A_folder() => ShouldStartWith(DigitsSample.Run("--data", "."), ".: ");

    [Fact]
    public void An_empty_file() => ShouldSay(DigitsSample.RunOn([]), "some.csv, line 1, column 1: there is no data");

    [Fact]
    public void A_broken_archive() => ShouldStartWith(DigitsSample.RunOn([0x1f, 0x8b, 1, 2, 3]), "some.csv: ");

    [Theory]
    [InlineData(2, "1,2,3", "line 2, column 3: the line has 3 columns instead of 65 (64 pixels and a label)")]
    [InlineData(3, "", "line 3, column 1: the line has 1 columns instead of 65 (64 pixels and a label)")]
    [InlineData(1, "label;0;1", "line 1, column 1: the line has 1 columns instead of 65 (64 pixels and a label)")]
    public void A_line_with_too_few_columns(int line, string text, string message) => ShouldSay(With(line, text), "some.csv, " + message);

    [Fact]
    public void A_line_with_too_many_columns() =>
        ShouldSay(With(2, Good[1] + ",7,8"), "some.csv, line 2, column 66: the line has 67 columns instead of 65 (64 pixels and a label)");

    [Theory]
    [InlineData(1, "x", "'x' is not a number")]
    [InlineData(7, "", "'' is not a number")]
    [InlineData(64, "1e999", "'1e999' is not a number")]
    [InlineData(3, "NaN", "'NaN' is not a number")]
    [InlineData(3, "\u001b[31m", "'\ufffd[31m' is not a number")]
    [InlineData(3, "a very long text that goes on and on", "'a very long text tha…' is not a number")]
    [InlineData(65, "three", "'three' is not a number")]
    [InlineData(65, "10", "the label '10' is not a digit from 0 to 9")]
    [InlineData(65, "-1", "the label '-1' is not a digit from 0 to 9")]
    [InlineData(65, "2.5", "the label '2.5' is not a digit from 0 to 9")]
    public void A_wrong_field(int column, string field, string message)
    {
        string[] fields = Good[3].Split(',');
        fields[column - 1] = field;

        ShouldSay(With(4, string.Join(',', fields)), $"some.csv, line 4, column {column}: {message}");
    }

    private static CommandResult With(int line, string text)
    {
        string[] lines = [.. Good];
        lines[line - 1] = text;
        return DigitsSample.RunOn(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
    }

    private static void ShouldSay(CommandResult run, string message)
    {
        ShouldStartWith(run, message);
        run.Errors.Trim().ShouldBe(message);
    }

    private static void ShouldStartWith(CommandResult run, string beginning)
    {
        run.ExitCode.ShouldBe(2, run.Transcript);
        run.Output.ShouldBeEmpty();
        run.Errors.TrimEnd().Split('\n').Single().ShouldStartWith(beginning);
    }
}
