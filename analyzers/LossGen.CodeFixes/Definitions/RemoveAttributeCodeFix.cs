using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes.Definitions;

/// <summary>LG0017: keeps one of a method's loss attributes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeCodeFix))]
[Shared]
public sealed class RemoveAttributeCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RepeatedKernel];

    /// <summary>Which loss was meant is looked at each time.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // A method that is declared twice has this diagnostic at its name.
            if (model is null
                || root?.FindNode(diagnostic.Location.SourceSpan) is not AttributeSyntax { Parent.Parent: MethodDeclarationSyntax method })
            {
                continue;
            }

            var losses = method.AttributeLists.SelectMany(list => list.Attributes)
                .Where(attribute => IsLoss(model.GetTypeInfo(attribute).Type)).ToList();
            foreach (var kept in losses)
            {
                var changed = Without(root, method, [.. losses.Where(other => other != kept)]);
                var document = context.Document.WithSyntaxRoot(changed);
                context.RegisterCodeFix(CodeAction.Create($"Keep [{kept}]", _ => Task.FromResult(document), kept.Name.ToString()), diagnostic);
            }
        }
    }

    /// <summary>A list that loses all of its attributes goes, with the line that it stands in.</summary>
    private static SyntaxNode Without(SyntaxNode root, MethodDeclarationSyntax method, IReadOnlyList<AttributeSyntax> removed)
    {
        var leading = method.GetLeadingTrivia();
        var empty = method.AttributeLists.Where(list => list.Attributes.All(removed.Contains)).ToList();
        SyntaxNode[] nodes = [.. empty, .. removed.Where(attribute => !empty.Contains((AttributeListSyntax)attribute.Parent!))];
        var bare = method.RemoveNodes(nodes, SyntaxRemoveOptions.KeepNoTrivia)!;
        var last = bare.AttributeLists.Last();
        bare = bare.ReplaceNode(last, last.WithTrailingTrivia(method.AttributeLists.Last().GetTrailingTrivia()));
        return root.ReplaceNode(method, bare.WithLeadingTrivia(leading));
    }

    private static bool IsLoss(ITypeSymbol? type)
    {
        for (var current = type?.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "LossKernelAttribute", ContainingNamespace.Name: "LossGen" })
            {
                return true;
            }
        }

        return false;
    }
}
