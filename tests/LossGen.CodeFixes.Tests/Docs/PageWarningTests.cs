using System;
using System.Collections.Generic;
using System.Globalization;
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

/// <summary>What the README and getting started quote of the analyzers, and the fix they show, is what a reader gets.</summary>
public sealed partial class PageWarningTests
{
    private static readonly CodeTest Program = new(new LossAnalyzer())
    {
        Libraries = ["global using System; global using System.Collections.Generic; global using System.Linq;"],
        References = References.Framework.Add(References.Of(typeof(CrossEntropyAttribute))),
        Generator = () => new KernelGenerator(),
        Output = OutputKind.ConsoleApplication,
    };

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/getting-started.md")]
    public async Task A_quoted_warning_is_reported_for_the_program_on_the_page(string page)
    {
        string[] quoted = [.. Quote().Matches(DocumentBlock.TextOf(page)).Select(match => match.Groups["warning"].Value)];
        quoted.ShouldNotBeEmpty();

        var reported = new List<string>();
        foreach (DocumentBlock block in Programs(page))
        {
            var found = await Program.Found(block.Code);
            reported.AddRange(found.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
        }

        quoted.Except(reported, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_fix_writes_the_program_that_getting_started_shows_after_it()
    {
        DocumentBlock[] programs = Programs("docs/getting-started.md").ToArray();
        var offered = await Program.Offered(programs[^2].Code, [new CureCodeFix()]);
        offered.Select(offer => offer.Source).ShouldContain(programs[^1].Code);
    }

    private static IEnumerable<DocumentBlock> Programs(string page) =>
        DocumentBlock.All.Where(block => block.Page == page && block.Prints is not null);

    // "> Program.cs(8,17): warning LG1001: …" or without the place
    [GeneratedRegex(@"^> (?:Program\.cs\(\d+,\d+\): warning )?(?<warning>LG[1-9]\d{3}: .*)$", RegexOptions.Multiline)]
    private static partial Regex Quote();
}
