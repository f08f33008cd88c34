using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests;

/// <summary>Fits over real processes on this machine. Nothing is asserted about times: a silo that is slow to start is waited for.</summary>
public sealed class ClusterTests
{
    private static readonly string Program = Path.Combine(Checkout.Root, "samples/Cluster/bin", Checkout.Configuration, "net10.0/Cluster.dll");

    [Fact]
    public void Every_number_of_silos_gives_the_same_bits_also_if_one_is_killed_in_the_middle_of_a_fit()
    {
        CommandResult one = Run("--silos", "1", "--check").ShouldSucceed();
        CommandResult two = Run("--silos", "2").ShouldSucceed();
        CommandResult three = Run("--silos", "3").ShouldSucceed();
        CommandResult killed = Run("--silos", "3", "--kill", "25").ShouldSucceed();

        // The optimum that SciPy's L-BFGS found, and a fit to the same rows without a cluster.
        one.Figure("objective").ShouldBe("0.2387075568");
        one.Figure("in one process").ShouldStartWith("0.2387075568, coefficients within ");
        one.Figure("coefficients").Length.ShouldBe("SHA-256 ".Length + 64);
        foreach (var run in new[] { two, three, killed })
        {
            run.Figure("coefficients").ShouldBe(one.Figure("coefficients"), run.Transcript);
            run.Figure("objective").ShouldBe(one.Figure("objective"));
            run.Figure("fit").ShouldBe(one.Figure("fit"));
        }

        // All silos took part, so that the comparison says something.
        Holders(two)[..2].ShouldBe(["shards 0, 2, 4", "shards 1, 3, 5"], ignoreOrder: true);
        Holders(three)[..3].ShouldBe(["shards 0, 3", "shards 1, 4", "shards 2, 5"], ignoreOrder: true);
        ShouldHaveLostASilo(killed);
    }

    [Fact]
    public void Files_are_read_by_the_silos_compressed_or_not()
    {
        using var folder = new Folder();
        folder.Write("a.csv", "0,0,0\n1,0,1\n0.5,2,2\n");
        folder.Write("b.csv.gz", "0.1,0,0\n1,1,1\n-1,2,2\n0,1,0");
        CommandResult run = Run("--silos", "2", "--check", "--data", folder.Path("a.csv"), folder.Path("b.csv.gz")).ShouldSucceed();

        run.Lines[0].ShouldBe("7 rows of 2 features, 3 classes; shards: 2, silos: 2");
        run.Figure("in one process").ShouldStartWith(run.Figure("objective") + ",");
    }

    [Fact]
    public void A_fault_in_a_file_that_a_silo_reads_reaches_the_user()
    {
        using var folder = new Folder();
        folder.Write("a.csv", "0,0,0\n1,0,1\n");
        folder.Write("b.csv", "0,0,0\n1,0\n");
        ShouldSay(
            Run("--silos", "1", "--data", folder.Path("a.csv"), folder.Path("b.csv")),
            $"{folder.Path("b.csv")}, line 2: the line has 2 columns instead of the 3 of line 1.");
    }

    [Theory]
    [InlineData("--silos is 0; it must be from 1 to 32.", "--silos", "0")]
    [InlineData("--shards is 0; it must be 1 or greater.", "--shards", "0")]
    [InlineData("--kill is 0; it must be 1 or greater.", "--kill", "0")]
    [InlineData("--kill needs 2 silos or more, or no one is left to take the shards.", "--silos", "1", "--kill", "3")]
    [InlineData("--shards is 3, but 2 files are a shard each; leave it out.", "--shards", "3", "--data", "a.csv", "b.csv")]
    [InlineData("--shards is 1501, but the built-in digits has 1500 rows; each shard needs one.", "--shards", "1501")]
    [InlineData("no-such-file.csv: there is no such file.", "--data", "no-such-file.csv")]
    [InlineData("Cannot parse argument 'many' for option '--silos' as expected type 'System.Int32'.", "--silos", "many")]
    public void A_bad_argument_is_one_line(string message, params string[] arguments) => ShouldSay(Run(arguments), message);

    [Theory]
    [InlineData("", ": there are no rows.")]
    [InlineData("1,2,0\n1,2\n", ", line 2: the line has 2 columns instead of the 3 of line 1.")]
    [InlineData("1,2,0\n1,x,0\n", ", line 2, column 2: 'x' is not a number.")]
    [InlineData("1,2,0.5\n", ", line 1, column 3: '0.5' is not a class from 0 on.")]
    public void A_bad_file_is_one_line(string text, string message)
    {
        using var folder = new Folder();
        folder.Write("a.csv", text);
        ShouldSay(Run("--data", folder.Path("a.csv")), folder.Path("a.csv") + message);
    }

    private static void ShouldHaveLostASilo(CommandResult run)
    {
        string line = run.Lines.Single(text => text.StartsWith("killed silo ", StringComparison.Ordinal));
        line.ShouldContain("which held shards ");
        int process = int.Parse(line.Split("process ")[1].Split(',')[0]);
        string[] before = [.. run.Lines.Where(text => text.Contains($"process {process}  ", StringComparison.Ordinal))];
        before.Length.ShouldBe(2);
        before[0].ShouldContain("shards ");
        before[1].ShouldEndWith("no shard");
        Directory.Exists($"/proc/{process}").ShouldBeFalse();
        int.Parse(run.Figure("calls repeated")).ShouldBeGreaterThan(0, run.Transcript);
        string numbers = string.Join(", ", Holders(run)[3..].Where(text => text != "no shard").Select(text => text["shards ".Length..]));
        numbers.Split(", ").Order(StringComparer.Ordinal).ShouldBe(["0", "1", "2", "3", "4", "5"]);
    }

    /// <summary>What each silo held, before the fit and after.</summary>
    private static string[] Holders(CommandResult run) =>
        [.. run.Lines.Where(line => line.StartsWith("  silo ", StringComparison.Ordinal)).Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[^1])];

    private static void ShouldSay(CommandResult run, string message)
    {
        run.ExitCode.ShouldBe(2, run.Transcript);
        run.Output.ShouldBeEmpty();
        run.Errors.Trim().ShouldBe(message);
    }

    private static CommandResult Run(params string[] arguments) =>
        Dotnet.Run(Dotnet.Host, Path.GetTempPath(), TimeSpan.FromMinutes(5), new Dictionary<string, string>(StringComparer.Ordinal), [Program, .. arguments]);

    /// <summary>Files for one test.</summary>
    private sealed class Folder : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("lossgen-shards-").FullName;

        public string Path(string name) => System.IO.Path.Combine(folder, name);

        public void Write(string name, string text)
        {
            using var file = File.Create(Path(name));
            using var target = new StreamWriter(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Compress) : file);
            target.Write(text);
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
