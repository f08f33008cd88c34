using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

/// <summary>The figures are those of the files, which the test reads for itself and computes in double.</summary>
public sealed class PerplexityTests : IDisposable
{
    private const int Ignored = -100;

    private static readonly SampleProgram Sample = new("Perplexity");

    private readonly string folder = Directory.CreateTempSubdirectory("lossgen-perplexity-").FullName;

    private string Logits => Path.Combine(folder, "logits.f16");

    private string Targets => Path.Combine(folder, "targets.i32");

    [Fact]
    public void Loss_and_perplexity_of_151936_classes_are_those_of_the_file()
    {
        CommandResult run = Sample.Run("--write", folder).ShouldSucceed();
        double[] expected = Losses(151_936);

        expected.Length.ShouldBe(36);
        run.Number("loss").ShouldBe(expected.Average(), 1e-6 * expected.Average());
        run.Number("perplexity").ShouldBe(Math.Exp(expected.Average()), 1e-5 * Math.Exp(expected.Average()));

        // The token that the model is surest of: as float, 1 minus its probability would be 0.
        expected.Min().ShouldBeLessThan(1e-8);
        run.Number("losses").ShouldBe(expected.Min(), 1e-3 * expected.Min());
        Sample.ShouldPrintWhatItsPageShows(run, 1e-5, "kernel");
    }

    [Fact]
    public void A_file_of_ones_own_is_read_and_the_size_of_the_vocabulary_is_told()
    {
        Write([1, 2, 3, 4, 5, 6, 0, 0, 9], [2, Ignored, 0]);
        double[] expected = Losses(3);
        CommandResult run = Sample.Run("--logits", Logits, "--targets", Targets, "--classes", "3").ShouldSucceed();

        run.Number("counted").ShouldBe(2);
        run.Number("loss").ShouldBe(expected.Average(), 1e-6 * expected.Average());
        run.Figure("first choice").ShouldBe("50.0 %");
    }

    [Fact]
    public void A_file_that_does_not_fit_is_one_line()
    {
        Write([1, 2, 3, 4], [2, 1]);
        string[] files = ["--logits", Logits, "--targets", Targets, "--classes"];
        ShouldSay($"{Logits}: it has 8 bytes; 2 targets and 3 classes of 2 bytes need 12.", [.. files, "3"]);
        ShouldSay($"{Targets}: the target of token 0 is 2; it must be from 0 to 1, or -100.", [.. files, "2"]);
        ShouldSay("--classes is 0; it must be 1 or more.", "--classes", "0");
        ShouldSay("--logits and --targets belong together; one of them is missing.", "--logits", Logits);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void ShouldSay(string message, params string[] arguments)
    {
        CommandResult run = Sample.Run(arguments);
        run.ExitCode.ShouldBe(2, run.Transcript);
        run.Errors.Trim().ShouldBe(message);
    }

    private void Write(float[] logits, int[] targets)
    {
        File.WriteAllBytes(Logits, MemoryMarshal.AsBytes(Array.ConvertAll(logits, x => (Half)x).AsSpan()).ToArray());
        File.WriteAllBytes(Targets, MemoryMarshal.AsBytes(targets.AsSpan()).ToArray());
    }

    /// <summary>−log of the target's probability for each token that counts: log(1 + Σ over the other classes of e^(x_k − x_y)).</summary>
    private double[] Losses(int classes)
    {
        double[] x = Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(File.ReadAllBytes(Logits)).ToArray(), value => (double)value);
        int[] targets = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(Targets)).ToArray();
        return
        [
            .. targets.Select((target, token) => (Target: target, Row: new ArraySegment<double>(x, token * classes, classes)))
                .Where(token => token.Target != Ignored)
                .Select(token => LogOfOneAnd(Others(token.Row, token.Target))),
        ];
    }

    private static double Others(ArraySegment<double> row, int target) =>
        row.Where((_, k) => k != target).Sum(value => Math.Exp(value - row[target]));

    private static double LogOfOneAnd(double x) => x < 1e-5 ? x - (x * x / 2) : Math.Log(1 + x);
}
