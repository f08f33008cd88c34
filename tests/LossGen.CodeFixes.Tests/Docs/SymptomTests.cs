using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LossGen.Analyzers;
using LossGen.DocumentTesting;
using LossGen.Generators;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.CodeFixes.Tests.Docs;

/// <summary>A symptom's program is found by the rules that its section names, and by no other.</summary>
public sealed partial class SymptomTests
{
    private const string Page = "docs/symptoms.md";

    private static readonly CodeTest Program = new(new LossAnalyzer())
    {
        Libraries =
        [
            "global using System; global using System.Collections.Generic; global using System.Linq; global using LossGen; global using LossGen.Numerics;",
        ],
        References = References.Framework.Add(References.Of(typeof(CrossEntropyAttribute))),
        Generator = () => new KernelGenerator(),
        Output = OutputKind.ConsoleApplication,
    };

    private static readonly ImmutableArray<string> Sections = [.. DocumentBlock.TextOf(Page).Split("\n## ").Skip(1)];

    public static TheoryData<string> Symptoms => new(Sections.Select(Title));

    [Theory]
    [MemberData(nameof(Symptoms))]
    public async Task A_program_is_found_by_the_rules_that_its_section_names(string symptom)
    {
        string section = Sections.Single(text => Title(text) == symptom);
        string[] named = [.. Ids(Line(section, "**Found by** "))];
        DocumentBlock block = DocumentBlock.All.Single(candidate =>
            candidate.Page == Page && candidate.Prints is not null && section.Contains(candidate.Code, StringComparison.Ordinal));

        // A rule that is off by default is on where the section names it. Hints to use a kernel are not about the symptom.
        var found = await (Program with { Enabled = [.. named] }).Found(block.Code);
        found.Select(diagnostic => diagnostic.Id).Where(id => id != "LG4001").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_at_the_top_lists_the_sections_and_their_rules()
    {
        string[] rows = [.. DocumentBlock.TextOf(Page).Split("\n## ")[0].Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal))];
        rows.ShouldBe(Sections.Select(section => $"| [{Title(section)}](#{Anchor(Title(section))}) | {Rules(section)} |"));
    }

    private static string Rules(string section)
    {
        string[] ids = [.. Ids(Line(section, "**Found by** "))];
        return ids.Length == 0 ? "none" : string.Join(", ", ids.Select(id => $"[{id}](rules/{id}.md)"));
    }

    private static string Title(string section) => section.Split('\n')[0];

    private static string Anchor(string title) => NotInAnchors().Replace(title.ToLowerInvariant(), string.Empty).Replace(' ', '-');

    private static string Line(string section, string start) =>
        section.Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal));

    private static IEnumerable<string> Ids(string line) => Id().Matches(line).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"LG\d{4}")]
    private static partial Regex Id();

    [GeneratedRegex(@"[^\w -]")]
    private static partial Regex NotInAnchors();
}
