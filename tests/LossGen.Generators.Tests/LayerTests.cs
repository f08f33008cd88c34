using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.RoslynTesting;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests;

/// <summary>The arrows between the generator's folders, held over the symbols that their code names, whatever it imports.</summary>
public sealed class LayerTests
{
    private const string Project = "LossGen.Generators";

    /// <summary>
    /// What each folder may name besides itself. Formulas, plans and text know nothing of the compiler; what reads the compiler's symbols
    /// writes no text.
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Specs"] = [],
        ["Rows"] = ["Specs"],
        ["Losses"] = ["Specs", "Rows"],
        ["Planning"] = ["Specs", "Rows", "Losses"],
        ["Writing"] = ["Specs", "Rows", "Planning"],
        ["Reading"] = ["Specs", FolderArrows.Roslyn],
        ["Formulas"] = ["Specs", "Rows", "Losses", "Reading", FolderArrows.Roslyn],
        ["Definitions"] = ["Specs", "Losses", "Reading", "Formulas", FolderArrows.Roslyn],
    };

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlySet<string>>> Named = new(Read);

    public static TheoryData<string> Folders => new(Allowed.Keys);

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_only_what_lies_below_it(string folder) => Named.Value[folder].Except(Allowed[folder]).ShouldBeEmpty(folder);

    [Fact]
    public void Every_folder_has_its_place() => Named.Value.Keys.ShouldBe(Allowed.Keys, ignoreOrder: true);

    private static IReadOnlyDictionary<string, IReadOnlySet<string>> Read()
    {
        string root = typeof(LayerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RepoRoot").Value!;
        string[] sources =
        [
            "generators/LossGen.Generators", "analyzers/Shared", "src/LossGen/Attributes/Policies.cs", "src/LossGen/Attributes/KernelRole.cs",
        ];
        return FolderArrows.Of(Project, sources.Select(source => Path.Combine(root, source)), "LOSSGEN_GENERATOR");
    }
}
