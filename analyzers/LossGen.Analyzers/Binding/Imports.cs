using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Binding;

/// <summary>Which libraries the files of a compilation say they use, by the first word of their namespaces.</summary>
internal sealed class Imports
{
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableHashSet<string>> known = new();

    public ImmutableHashSet<string> Of(SyntaxTree tree) => known.GetOrAdd(tree, static tree => tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .Select(node => node switch
        {
            UsingDirectiveSyntax { NamespaceOrType: var imported } => FirstWordOf(imported),
            BaseNamespaceDeclarationSyntax { Name: var own } => FirstWordOf(own),
            _ => null,
        })
        .OfType<string>()
        .ToImmutableHashSet(StringComparer.Ordinal));

    private static string FirstWordOf(SyntaxNode name) => name.GetFirstToken().ValueText is "global" && name.DescendantTokens().Skip(2).FirstOrDefault().ValueText is { } next ? next : name.GetFirstToken().ValueText;
}
