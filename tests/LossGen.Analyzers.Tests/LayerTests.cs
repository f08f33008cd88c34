using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests;

/// <summary>The arrows between the analyzers' folders, held over the symbols that their code names, whatever it imports.</summary>
public class LayerTests
{
    private const string Root = "LossGen.Analyzers";
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

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Named = new(Read);

    public static TheoryData<string> Folders => new(Allowed.Keys);

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_only_what_lies_below_it(string folder)
    {
        // A folder without names would pass for one that keeps the rules.
        Named.Value.ShouldContainKey(folder);
        Named.Value[folder].Except(Allowed[folder]).ShouldBeEmpty(folder);
    }

    [Fact]
    public void Every_folder_has_its_place() => Named.Value.Keys.ShouldBe(Allowed.Keys, ignoreOrder: true);

    /// <summary>The folders of the symbols that the code of each folder names.</summary>
    private static Dictionary<string, HashSet<string>> Read()
    {
        string root = typeof(LayerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepoRoot").Value!;
        SyntaxTree[] trees = [.. new[] { "LossGen.Analyzers", "Shared" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, "analyzers", folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)))];
        ImmutableArray<MetadataReference> references = References.Framework.AddRange(
            new[] { typeof(SyntaxTree), typeof(CSharpSyntaxTree) }.Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)));
        CSharpCompilation compilation = CSharpCompilation.Create("Layers", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        // A name that does not bind would be left out silently.
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Id is "CS0103" or "CS0246" or "CS0234").Select(diagnostic => diagnostic.ToString()).ShouldBeEmpty();
        var named = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in trees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            SyntaxNode code = tree.GetRoot();
            string? own = code.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(space => FolderOf(space.Name.ToString())).FirstOrDefault();
            if (own is null)
            {
                continue;
            }

            IEnumerable<string?> folders = code.DescendantNodes(node => node is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>()
                .Select(name => model.GetSymbolInfo(name).Symbol)
                .Where(symbol => symbol is not null and not INamespaceSymbol && symbol.ContainingAssembly?.Name == "Layers")
                .Select(symbol => FolderOf(symbol!.ContainingNamespace.ToDisplayString()));
            if (!named.TryGetValue(own, out HashSet<string>? all))
            {
                named.Add(own, all = new HashSet<string>(StringComparer.Ordinal));
            }

            all.UnionWith(folders.OfType<string>().Where(folder => folder != own));
        }

        return named;
    }

    private static string? FolderOf(string space) =>
        space.StartsWith(Root + ".", StringComparison.Ordinal) ? space[(Root.Length + 1)..].Split('.')[0] : null;
}
