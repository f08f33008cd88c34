using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

public class DigitsTests(DigitsTests.OneRun run) : IClassFixture<DigitsTests.OneRun>
{
    // SciPy's L-BFGS in double, to a gradient norm below 3e-9.
    private const double Optimum = 0.2387075568;
    private const double DataTerm = 0.12033422;

    [Fact]
    public void The_objective_is_the_optimum_to_ten_digits() => Number("objective").ShouldBe(Optimum, 6e-11);

    // A gradient of 1e-8 leaves the coefficients, and so the share of the penalty, free in the seventh digit.
    [Fact]
    public void So_is_its_data_term_as_far_as_the_gradient_tells() => Number("data term").ShouldBe(DataTerm, 1.5e-7);

    [Fact]
    public void The_accuracies_are_those_of_the_reference()
    {
        run.Result.Figure("training accuracy").ShouldBe("0.98400 (1476 of 1500)");
        run.Result.Figure("test accuracy").ShouldBe("0.90909 (270 of 297)");
    }

    [Fact]
    public void The_speed_of_the_kernel_is_shown() =>
        double.Parse(run.Result.Figure("loss kernel").Split(' ')[0], CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);

    [Fact]
    public void The_confusion_matrix_counts_every_test_row()
    {
        var table = run.Result.Lines.SkipWhile(line => !line.StartsWith("confusion matrix", System.StringComparison.Ordinal)).Skip(2).Take(10)
            .Select(line => line.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray()).ToArray();

        table.Select(row => row[0]).ShouldBe(Enumerable.Range(0, 10));
        table.Sum(row => row.Skip(1).Sum()).ShouldBe(297);
        Enumerable.Range(0, 10).Sum(k => table[k][k + 1]).ShouldBe(270);
    }

    [Fact]
    public void The_objective_never_rises()
    {
        double[] objectives = run.Result.Lines.Where(line => line.StartsWith("iteration ", System.StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(' ', System.StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture)).ToArray();

        objectives.Length.ShouldBeGreaterThan(5);
        objectives.Zip(objectives.Skip(1)).ShouldEach(pair => pair.Second <= pair.First);
    }

    [Fact]
    public void Plain_output_has_no_control_characters() => run.Result.Output.Where(char.IsControl).ShouldEach(character => character == '\n' || character == '\r');

    [Fact]
    public void So_has_output_that_is_redirected() => DigitsSample.Run().ShouldSucceed().Output.ShouldNotContain("\u001b");

    [Fact]
    public void The_same_data_from_a_file_gives_the_same_figures()
    {
        CommandResult compressed = DigitsSample.Run("--plain", "--data", DigitsSample.CompressedData).ShouldSucceed();
        CommandResult plain = DigitsSample.RunOn(Uncompressed()).ShouldSucceed();

        compressed.Figure("objective").ShouldBe(run.Result.Figure("objective"));
        plain.Figure("objective").ShouldBe(run.Result.Figure("objective"));
    }

    [Fact]
    public void Help_names_the_options()
    {
        CommandResult help = DigitsSample.Run("--help").ShouldSucceed();

        help.Output.ShouldContain("--data");
        help.Output.ShouldContain("--plain");
    }

    internal static byte[] Uncompressed()
    {
        using var text = new MemoryStream();
        using (FileStream file = File.OpenRead(DigitsSample.CompressedData))
        using (var unpacked = new GZipStream(file, CompressionMode.Decompress))
        {
            unpacked.CopyTo(text);
        }

        return text.ToArray();
    }

    private double Number(string name) => double.Parse(run.Result.Figure(name), CultureInfo.InvariantCulture);

    /// <summary>One training run, which most tests look at.</summary>
    public sealed class OneRun
    {
        internal CommandResult Result { get; } = DigitsSample.Run("--plain").ShouldSucceed();
    }
}
