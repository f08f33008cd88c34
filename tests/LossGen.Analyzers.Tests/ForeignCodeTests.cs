using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Analyzers.Rules;
using LossGen.ProcessTesting;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Analyzers.Tests;

/// <summary>Runs all rules over code that was not written for them: an exception of the analyzer is the worst it can do.</summary>
public class ForeignCodeTests(ITestOutputHelper output)
{
    // The constructor of Test makes failures of the engine loud.
    private static readonly ImmutableArray<MetadataReference> Everything =
        [.. Test.Torch.References, References.Named("MathNet.Numerics"), References.Named("Microsoft.CodeAnalysis"), References.Named("Microsoft.CodeAnalysis.CSharp"), References.Named("Microsoft.CodeAnalysis.Workspaces"), References.Named("Shouldly")];

    [Fact]
    public async Task The_sources_of_this_solution_make_no_rule_throw()
    {
        SyntaxTree[] trees = ((string[])["src", "generators", "analyzers"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" or "_snapshots" or ".git"))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Preview, path))
            .ToArray();
        trees.Length.ShouldBeGreaterThan(200);
        CompilationWithAnalyzers analyzed = Compile(trees).WithAnalyzers([new LossAnalyzer()]);

        LossAnalyzer.Clock = new RuleClock();
        var times = new List<(TimeSpan Time, string File)>();
        foreach (SyntaxTree tree in trees)
        {
            var watch = Stopwatch.StartNew();
            ShouldNotThrow(await analyzed.GetAnalyzerSemanticDiagnosticsAsync(analyzed.Compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None), tree.FilePath);
            times.Add((watch.Elapsed, Path.GetRelativePath(Checkout.Root, tree.FilePath)));
        }

        foreach ((TimeSpan time, string file) in times.OrderByDescending(entry => entry.Time).Take(10))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds,8:0.0} ms  {file}"));
        }

        // Other tests may run beside this one, so these are the rules' shares and not what the files above took.
        (string Rule, TimeSpan Time)[] slowest = [.. LossAnalyzer.Clock.Slowest.Take(10)];
        slowest.Length.ShouldBe(10);
        foreach ((string rule, TimeSpan time) in slowest)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds,8:0.0} ms  {rule}"));
        }
    }

    [Fact]
    public async Task A_program_without_one_of_its_tokens_makes_no_rule_throw()
    {
        var random = new Random(1);
        foreach ((string file, string text) in Programs())
        {
            SyntaxToken[] tokens = (await CSharpSyntaxTree.ParseText(text, Preview).GetRootAsync()).DescendantTokens().Where(token => token.Span.Length > 0).ToArray();
            var broken = new List<SyntaxTree>();
            for (int i = 0; i < 25; i++)
            {
                SyntaxToken gone = tokens[random.Next(tokens.Length)];
                broken.Add(CSharpSyntaxTree.ParseText($"namespace N{i} {{ {text.Remove(gone.SpanStart, gone.Span.Length)}", Preview, $"{file}-{i}.cs"));
            }

            ShouldNotThrow(await Compile(broken).WithAnalyzers([new LossAnalyzer()]).GetAnalyzerDiagnosticsAsync(), file);
        }
    }

    [Fact]
    public async Task A_program_that_is_cut_off_or_jumbled_makes_no_rule_throw()
    {
        var random = new Random(2);
        foreach ((string file, string text) in Programs())
        {
            var broken = new List<SyntaxTree>();
            for (int i = 0; i < 10; i++)
            {
                int cut = random.Next(text.Length), from = random.Next(text.Length / 2), length = random.Next(80);
                broken.Add(CSharpSyntaxTree.ParseText($"namespace N{i} {{ {text[..cut]}", Preview, $"{file}-{i}.cs"));
                broken.Add(CSharpSyntaxTree.ParseText($"namespace M{i} {{ {text.Insert(cut, text.Substring(from, length))}", Preview, $"{file}-m{i}.cs"));
            }

            ShouldNotThrow(await Compile(broken).WithAnalyzers([new LossAnalyzer()]).GetAnalyzerDiagnosticsAsync(), file);
        }
    }

    private static CSharpParseOptions Preview { get; } = new(LanguageVersion.Preview);

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Foreign",
        [.. trees, .. Stub.TorchSharp.Select(source => CSharpSyntaxTree.ParseText(source, Preview)), CSharpSyntaxTree.ParseText("global using System; global using System.Linq; global using System.Collections.Generic; global using System.Numerics; global using System.Threading.Tasks; global using TorchSharp; global using TorchSharp.Modules; global using static TorchSharp.torch;", Preview)],
        Everything,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    // The programs of RealShapesTests, a file at a time.
    private static IEnumerable<(string File, string Text)> Programs()
    {
        foreach (string file in RealShapesTests.Files)
        {
            using Stream stream = typeof(ForeignCodeTests).Assembly.GetManifestResourceStream(file)!;
            using var reader = new StreamReader(stream);
            yield return (file, reader.ReadToEnd());
        }
    }

    private static void ShouldNotThrow(ImmutableArray<Diagnostic> found, string where) =>
        found.Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)).ShouldBeEmpty(where);
}
