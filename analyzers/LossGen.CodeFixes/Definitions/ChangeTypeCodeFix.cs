using System;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace LossGen.CodeFixes.Definitions;

/// <summary>LG0007, LG0008, LG0009 and LG0016: gives a parameter the only type that its role can have, or a span of its own elements.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeTypeCodeFix))]
[Shared]
public sealed class ChangeTypeCodeFix : CodeFixProvider
{
    // Set by the definition analyzer, which knows the roles.
    private const string SuggestedType = nameof(SuggestedType);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [RuleIds.RoleType, RuleIds.MixedElementTypes, RuleIds.RoleWritability, RuleIds.NarrowTargets];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ParameterSyntax>() is { Type: not null } parameter
                && diagnostic.Properties.TryGetValue(SuggestedType, out string? type)
                && SyntaxFactory.ParseParameterList($"({type} x)").Parameters is [{ } written])
            {
                var changed = root.ReplaceNode(parameter, With(parameter, written));
                string name = type!.Replace("global::System.", string.Empty);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Change the type to '{name}'",
                        token => Tidying.Of(document.WithSyntaxRoot(changed), token),
                        nameof(ChangeTypeCodeFix)),
                    diagnostic);
            }
        }
    }

    private static ParameterSyntax With(ParameterSyntax parameter, ParameterSyntax written)
    {
        // Comments in front of the old modifiers and type stay.
        var leading = (parameter.Modifiers.Count > 0 ? parameter.Modifiers[0] : parameter.Type!.GetFirstToken()).LeadingTrivia;
        var type = written.Type!.WithTrailingTrivia(parameter.Type!.GetTrailingTrivia())
            .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
        var bare = parameter.WithModifiers(written.Modifiers).WithType(type);
        var first = bare.Modifiers.Count > 0 ? bare.Modifiers[0] : bare.Type!.GetFirstToken();
        var changed = bare.ReplaceToken(first, first.WithLeadingTrivia(leading));

        // A span has no null: what may be left out is empty.
        return changed.Default is { Value: LiteralExpressionSyntax literal } && literal.IsKind(SyntaxKind.NullLiteralExpression)
            ? changed.ReplaceNode(literal, SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression).WithTriviaFrom(literal))
            : changed;
    }
}
