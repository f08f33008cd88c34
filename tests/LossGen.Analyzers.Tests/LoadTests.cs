using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.ProcessTesting;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Analyzers.Tests;

/// <summary>
/// An editor that asks for diagnostics on several threads, cancels most of them at any point, and changes one file of many after the other: what is
/// not cancelled is what a first run found, nothing throws, and memory stays where it was. LOSSGEN_LOAD_MINUTES sets how long, a second if it is not set.
/// </summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Editors = 8;
    private const int Copies = 12;

    [Fact]
    public async Task Cancelled_analyses_and_edited_files_change_no_result_and_leave_no_memory_behind()
    {
        double minutes = LoadMeasure.Minutes;
        var project = Project();
        string[] expected = await Found(project, default);
        expected.Length.ShouldBeGreaterThan(Copies);

        int finished = 0, cancelled = 0;
        var problems = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();
        var length = TimeSpan.FromMinutes(minutes);
        var editors = Enumerable.Range(0, Editors).Select(number => Task.Run(() => Edit(number))).ToArray();
        await Task.Delay(length / 4);
        var before = LoadMeasure.Now();
        await Task.WhenAll(editors);
        var after = LoadMeasure.Now();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{minutes:F2} minutes, {finished:N0} analyses finished, {cancelled:N0} cancelled; {before}, then {after}"));
        problems.Distinct().Take(3).ShouldBeEmpty();
        finished.ShouldBeGreaterThan(0);
        if (minutes >= 1)
        {
            cancelled.ShouldBeGreaterThan(0);
            (after.Managed - before.Managed).ShouldBeLessThan(200L << 20);
        }

        async Task Edit(int number)
        {
            var random = new Random(number);
            var edited = project;
            int edits = 0;
            do
            {
                // A file with another line at its end: a new tree, and the same findings.
                var tree = edited.SyntaxTrees[random.Next(edited.SyntaxTrees.Length)];
                string text = (await tree.GetTextAsync()).ToString().Split("\n// edit ")[0];
                edited = edited.ReplaceSyntaxTree(tree,
                    CSharpSyntaxTree.ParseText(text + "\n// edit " + edits++, (CSharpParseOptions)tree.Options, tree.FilePath));
                using var source = new CancellationTokenSource();
                if (random.Next(4) > 0)
                {
                    source.CancelAfter(random.Next(1, 400));
                }

                try
                {
                    string[] found = await Found(edited, source.Token);
                    Interlocked.Increment(ref finished);
                    if (!found.SequenceEqual(expected))
                    {
                        problems.Add("Other results: " + string.Join("\n", found.Except(expected).Concat(expected.Except(found)).Take(5)));
                    }
                }
                catch (OperationCanceledException)
                {
                    Interlocked.Increment(ref cancelled);
                }
                catch (Exception exception)
                {
                    problems.Add(exception.ToString());
                }
            }
            while (clock.Elapsed < length);
        }
    }

    private static CSharpCompilation Project()
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(Checkout.Root, "samples", "UnstableCode"), "*.cs").Order(StringComparer.Ordinal)];
        files.Length.ShouldBeGreaterThan(5);
        var trees = from copy in Enumerable.Range(0, Copies)
                    from file in files
                    select CSharpSyntaxTree.ParseText(
                        File.ReadAllText(file).Replace("namespace ", $"namespace Copy{copy}.", StringComparison.Ordinal), new CSharpParseOptions(LanguageVersion.CSharp13), $"{copy}/{Path.GetFileName(file)}");
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Edited", trees, References.Framework, options);
    }

    /// <summary>Everything that the analyzer says; AD0001, that it threw, is an exception here.</summary>
    private static async Task<string[]> Found(CSharpCompilation project, CancellationToken token)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) =>
                thrown = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
        var diagnostics = await project.WithAnalyzers([new LossAnalyzer()], options).GetAnalyzerDiagnosticsAsync(token);
        return thrown is null or OperationCanceledException
            ? [.. diagnostics.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal)]
            : throw new InvalidOperationException("The analyzer threw.", thrown);
    }
}
