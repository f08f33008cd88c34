using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests;

/// <summary>Formulas, schedules and the writer know nothing of the compiler; what reads the compiler's symbols writes no text.</summary>
public sealed class LayerTests
{
    private static readonly string Root = Path.Combine(
        typeof(LayerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "RepoRoot").Value!,
        "generators",
        "LossGen.Generators");

    /// <summary>All usings of a folder. There are some: a folder that was renamed must not pass for one that keeps the rules.</summary>
    private static string[] Usings(string folder)
    {
        string[] usings =
        [
            .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => File.ReadLines(file).Where(line => line.StartsWith("using ", StringComparison.Ordinal)).Select(line => Path.GetFileName(file) + ": " + line)),
        ];
        usings.ShouldNotBeEmpty(folder);
        return usings;
    }

    [Theory]
    [InlineData("Rows")]
    [InlineData("Losses")]
    [InlineData("Specs")]
    [InlineData("Planning")]
    [InlineData("Writing")]
    public void Below_the_reader_there_is_no_compiler(string folder)
    {
        Usings(folder).Where(line => line.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Formulas_know_neither_plans_nor_text()
    {
        foreach (string folder in new[] { "Rows", "Losses" })
        {
            Usings(folder).Where(line => line.Contains("Writing", StringComparison.Ordinal) || line.Contains("Planning", StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    /// <summary>Whether by a using or by a qualified name.</summary>
    [Theory]
    [InlineData("Specs")]
    [InlineData("Rows")]
    [InlineData("Losses")]
    [InlineData("Reading")]
    [InlineData("Formulas")]
    [InlineData("Planning")]
    public void What_is_not_the_writer_knows_no_text(string folder)
    {
        string[] files = Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty(folder);
        files.SelectMany(file => File.ReadLines(file).Where(line => line.Contains("Writing.", StringComparison.Ordinal) || line.EndsWith(".Writing;", StringComparison.Ordinal))
            .Select(line => Path.GetFileName(file) + ": " + line)).ShouldBeEmpty();
    }

    [Fact]
    public void The_reader_knows_no_formulas() =>
        Usings("Reading").Where(line => line.Contains(".Rows", StringComparison.Ordinal) || line.Contains(".Losses", StringComparison.Ordinal)).ShouldBeEmpty();
}
