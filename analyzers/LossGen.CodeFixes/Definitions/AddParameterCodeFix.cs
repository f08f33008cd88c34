using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace LossGen.CodeFixes.Definitions;

/// <summary>LG0006: adds the parameter that a kernel lacks, in its usual place: logits, targets, then the rest.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddParameterCodeFix))]
[Shared]
public sealed class AddParameterCodeFix : CodeFixProvider
{
    // Set by the definition analyzer, which knows the type.
    private const string MissingParameter = nameof(MissingParameter);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.MissingRole];

    /// <summary>Two parameters missing from one method are two edits of one list, which cannot be merged: one at a time.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindToken(context.Span.Start).Parent is not MethodDeclarationSyntax method)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(MissingParameter, out string? declaration)
                && SyntaxFactory.ParseParameterList("(" + declaration + ")").Parameters is [{ Type: { } type } parameter])
            {
                var added = parameter.ReplaceNode(type, type.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation));
                context.RegisterCodeFix(
                    CodeAction.Create($"Add the parameter '{parameter.Identifier.ValueText}'", cancellation => Tidying.Of(context.Document.WithSyntaxRoot(root.ReplaceNode(method, With(method, added))), cancellation), parameter.Identifier.ValueText),
                    diagnostic);
            }
        }
    }

    private static MethodDeclarationSyntax With(MethodDeclarationSyntax method, ParameterSyntax added)
    {
        var list = method.ParameterList.Parameters;
        int place = added.Identifier.ValueText switch
        {
            "logits" => 0,
            "targets" => list.Count == 0 ? 0 : 1,
            _ => list.Count,
        };
        return method.WithParameterList(method.ParameterList.WithParameters(list.Insert(place, added)).WithAdditionalAnnotations(Formatter.Annotation));
    }
}
