using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.RoslynTesting;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests;

/// <summary>The arrows between the analyzers' folders, held over the symbols that their code names, whatever it imports.</summary>
public class LayerTests
{
    private const string Project = "LossGen.Analyzers";
    private const string Rules = "Rules";

    /// <summary>What each folder may name besides itself. Lowering and Summaries are one layer: a body is read with the summaries of what it calls, and a summary is a body read.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Symbols"] = [],
        ["Evidence"] = ["Symbols"],
        ["Algebra"] = ["Symbols", "Evidence"],
        ["Domains"] = ["Symbols", "Algebra"],
        ["Knowledge"] = ["Symbols", "Evidence", "Algebra"],
        ["Patterns"] = ["Algebra", "Domains"],
        ["Binding"] = ["Symbols", "Evidence", "Algebra", "Knowledge"],
        ["Lowering"] = ["Symbols", "Evidence", "Algebra", "Domains", "Knowledge", "Binding", "Summaries"],
        ["Summaries"] = ["Symbols", "Evidence", "Algebra", "Domains", "Knowledge", "Binding", "Lowering"],
        [Rules] = ["Symbols", "Evidence", "Algebra", "Domains", "Knowledge", "Patterns", "Binding", "Lowering", "Summaries"],
    };

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlySet<string>>> Named = new(Read);

    public static TheoryData<string> Folders => new(Allowed.Keys);

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_only_what_lies_below_it(string folder) =>
        Named.Value[folder].Except(Allowed[folder].Append(FolderArrows.Roslyn)).ShouldBeEmpty(folder);

    [Fact]
    public void Every_folder_has_its_place() => Named.Value.Keys.ShouldBe(Allowed.Keys, ignoreOrder: true);

    private static IReadOnlyDictionary<string, IReadOnlySet<string>> Read()
    {
        string root = typeof(LayerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepoRoot").Value!;
        return FolderArrows.Of(Project, new[] { Project, "Shared" }.Select(folder => Path.Combine(root, "analyzers", folder)));
    }
}
