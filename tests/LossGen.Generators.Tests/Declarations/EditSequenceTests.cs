using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LossGen.Generators.Definitions;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Generators.Tests.Declarations;

/// <summary>
/// An editor keeps one generator for hours and shows it every keystroke. After random edits, half-typed ones among them, it gives what a clean build of
/// the same text gives; nothing throws on the way; and a method's text depends on no other method. <c>LOSSGEN_EDITS</c> sets how many sequences,
/// <c>LOSSGEN_SEED</c> repeats a run.
/// </summary>
public sealed class EditSequenceTests(ITestOutputHelper output)
{
    private const int EditsOfOne = 14;

    [Fact]
    public async Task After_any_edits_the_results_are_those_of_a_clean_build()
    {
        int count = FromEnvironment("LOSSGEN_EDITS") ?? 6;
        int seed = FromEnvironment("LOSSGEN_SEED") ?? Environment.TickCount;
        int kernels = 0, halfTyped = 0;
        for (int i = 0; i < count; i++)
        {
            var random = new Random(unchecked(seed + i));
            var file = new EditedFile(random, new RandomDeclaration(random));
            var compilation = GeneratorHost.Compilation(file.Text());
            compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(enabled: true));
            var driver = GeneratorHost.Driver();
            for (int edit = 0; edit < EditsOfOne; edit++)
            {
                compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(file.Text(), GeneratorHost.ParseOptions, "Source.cs"));
                driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var after, out var problems);
                string where = string.Create(CultureInfo.InvariantCulture, $"LOSSGEN_SEED={seed}, sequence {i}, edit {edit}:\n{file.Text()}");
                problems.ShouldBeEmpty(where);
                await NothingThrows(after, where);
                halfTyped += file.IsHalfTyped ? 1 : 0;
                file.Edit();
            }

            file.Finish();
            var final = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(file.Text(), GeneratorHost.ParseOptions, "Source.cs"));
            kernels += await Same(driver, final, string.Create(CultureInfo.InvariantCulture, $"LOSSGEN_SEED={seed}, sequence {i}:\n{file.Text()}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {kernels} kernels at the end, {halfTyped} half-typed files on the way"));
        kernels.ShouldBeGreaterThan(count);
        halfTyped.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_mistake_changes_the_text_of_no_other_kernel()
    {
        int seed = FromEnvironment("LOSSGEN_SEED") ?? Environment.TickCount;
        var random = new Random(seed);
        var draws = new RandomDeclaration(random);
        string[] good = [.. Enumerable.Range(0, 8).Select(i => draws.Next("M" + i.ToString(CultureInfo.InvariantCulture)))];
        var alone = Texts(good);
        alone.Count.ShouldBe(good.Length);
        foreach (string mistake in EditedFile.Mistakes)
        {
            var together = Texts([mistake, .. good]);
            foreach (var (name, text) in alone)
            {
                together[name].ShouldBe(text, $"LOSSGEN_SEED={seed}, beside: {mistake}");
            }
        }

        static Dictionary<string, string> Texts(IEnumerable<string> declarations)
        {
            var compilation = GeneratorHost.Compilation(EditedFile.Start + string.Join("\n", declarations) + "\n}\n");
            return GeneratorHost.Driver().RunGenerators(compilation).GetRunResult().Results[0].GeneratedSources
                .ToDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal);
        }
    }

    private static async Task<int> Same(GeneratorDriver driver, CSharpCompilation final, string where)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(final, out var edited, out var _);
        var clean = GeneratorHost.Driver().RunGeneratorsAndUpdateCompilation(final, out var built, out var _);
        var expected = clean.GetRunResult().Results[0].GeneratedSources;
        driver.GetRunResult().Results[0].GeneratedSources.Select(file => (file.HintName, file.SourceText.ToString()))
            .ShouldBe(expected.Select(file => (file.HintName, file.SourceText.ToString())), where);
        (await Analysed(edited)).Select(diagnostic => diagnostic.ToString()).ShouldBe((await Analysed(built)).Select(diagnostic => diagnostic.ToString()), where);
        return expected.Count(file => !file.SourceText.ToString().Contains("NotSupportedException", StringComparison.Ordinal));
    }

    /// <summary>CS8785 says that a generator threw, AD0001 that an analyzer did, and LG0018 that a barrier caught it.</summary>
    private static async Task NothingThrows(Compilation after, string where) =>
        (await Analysed(after)).Concat(after.GetDiagnostics()).Where(diagnostic => diagnostic.Id is "CS8785" or "AD0001" or "LG0018").ShouldBeEmpty(where);

    private static async Task<ImmutableArray<Diagnostic>> Analysed(Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([new KernelDefinitionAnalyzer()], options).GetAllDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.ToString(), StringComparer.Ordinal)];
    }

    private static int? FromEnvironment(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : null;
}
