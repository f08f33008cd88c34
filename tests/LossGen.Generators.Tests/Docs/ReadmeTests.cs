using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LossGen.Generators.Definitions;
using LossGen.GeneratorTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Docs;

public sealed class ReadmeTests
{
    private const string Snapshot = "tests/LossGen.Generators.Tests/_snapshots/KernelSnapshots.Ten_classes_with_gradient#Loss.g.verified.cs";

    private static readonly string Root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!;

    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md"));

    [Fact]
    public void Every_line_of_the_excerpt_stands_in_the_snapshot_in_that_order()
    {
        string[] snapshot = File.ReadAllLines(Path.Combine(Root, Snapshot)).Select(line => line.Trim()).ToArray();
        string[] excerpt = Code(Readme[Readme.IndexOf("<!-- excerpt -->", StringComparison.Ordinal)..]).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line != "…").ToArray();
        excerpt.Length.ShouldBeGreaterThan(10);

        int at = 0;
        foreach (string line in excerpt)
        {
            at = Array.IndexOf(snapshot, line, at);
            at.ShouldBeGreaterThan(-1, line);
            at++;
        }
    }

    [Fact]
    public async Task The_example_compiles_has_twelve_lines_and_nothing_to_complain_about()
    {
        string example = Code(Readme[Readme.IndexOf("\n## Use\n", StringComparison.Ordinal)..]);
        example.TrimEnd().Split('\n').Length.ShouldBe(12);

        var compilation = GeneratorHost.Compilation(example);
        compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        var after = GeneratorHost.Run(compilation, null, out _);
        GeneratorHost.Problems(after).ShouldBeEmpty();
        (await after.WithAnalyzers([new KernelDefinitionAnalyzer()]).GetAnalyzerDiagnosticsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void There_are_exactly_two_commands_to_set_up()
    {
        string shell = Regex.Match(Readme, "```sh\n(?<code>.*?)```", RegexOptions.Singleline).Groups["code"].Value;
        shell.ShouldBe("dotnet run -c Release --project samples/Digits\ndotnet test LossGen.sln -c Release\n");
    }

    [Fact]
    public void The_figures_are_those_of_the_performance_page()
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs/performance.md"));
        string[][] measured = Rows(page.Split("## Confident rows")[0]).Where(cells => cells.Length == 16 && cells[1] == "gradient").ToArray();
        string[][] shown = Rows(Readme.Split("<!-- figures -->")[1].Split("<!-- /figures -->")[0].Trim()).Skip(2).ToArray();

        shown.Length.ShouldBe(5);
        foreach (string[] row in shown)
        {
            string[] of = measured.Single(cells => cells[0] == row[0]);
            row.ShouldBe([of[0], of[2], of[4], of[5], of[8], of[9]]);
        }
    }

    private static IEnumerable<string[]> Rows(string text) =>
        text.Split('\n').Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    private static string Code(string text) => Regex.Match(text, "```csharp\n(?<code>.*?)```", RegexOptions.Singleline).Groups["code"].Value;
}
