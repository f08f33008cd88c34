using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;

namespace LossGen.RoslynTesting;

/// <summary>
/// Which folders of a project name symbols of which others, whatever they import. A folder is the first part of a namespace behind the
/// project's own.
/// </summary>
public static class FolderArrows
{
    /// <summary>What the compiler's own symbols stand under.</summary>
    public const string Roslyn = "Microsoft.CodeAnalysis";

    private const string Compiled = "Layers";

    /// <param name="space">The project's namespace.</param>
    /// <param name="sources">Its folders and files; what lies in other namespaces only has to be there.</param>
    /// <param name="symbols">What is defined for the preprocessor.</param>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Of(string space, IEnumerable<string> sources, params string[] symbols)
    {
        var options = CSharpParseOptions.Default.WithPreprocessorSymbols(symbols);
        SyntaxTree[] trees = [.. sources.SelectMany(Files).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))];
        ImmutableArray<MetadataReference> references = References.Framework.AddRange(new[] { typeof(SyntaxTree), typeof(CSharpSyntaxTree) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)));
        var compilation = CSharpCompilation.Create(Compiled, trees, references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        // A name that does not bind would be left out silently.
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Id is "CS0103" or "CS0246" or "CS0234")
            .Select(diagnostic => diagnostic.ToString()).ShouldBeEmpty();
        return trees.Select(tree => (Own: FolderOf(space, tree), Tree: tree))
            .Where(file => file.Own is not null)
            .GroupBy(file => file.Own!, StringComparer.Ordinal)
            .ToDictionary(
                folder => folder.Key,
                folder => (IReadOnlySet<string>)folder.SelectMany(file => Named(space, compilation.GetSemanticModel(file.Tree)))
                    .Where(name => name != folder.Key).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    private static IEnumerable<string> Files(string source) => File.Exists(source) ? [source]
        : Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string? FolderOf(string space, SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            .Select(declared => FolderOf(space, declared.Name.ToString())).FirstOrDefault();

    private static IEnumerable<string> Named(string space, SemanticModel model) => model.SyntaxTree.GetRoot()
        .DescendantNodes(node => node is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>()
        .Select(name => model.GetSymbolInfo(name).Symbol)
        .Where(symbol => symbol is not null and not INamespaceSymbol)
        .Select(symbol => symbol!.ContainingAssembly?.Name == Compiled ? FolderOf(space, symbol.ContainingNamespace.ToDisplayString())
            : symbol.ContainingAssembly?.Name.StartsWith(Roslyn, StringComparison.Ordinal) == true ? Roslyn
            : null)
        .OfType<string>();

    private static string? FolderOf(string space, string declared) =>
        declared.StartsWith(space + ".", StringComparison.Ordinal) ? declared[(space.Length + 1)..].Split('.')[0] : null;
}
