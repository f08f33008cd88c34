using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes.Definitions;

/// <summary>LG0014: writes the accessibility without which a partial method can return nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAccessibilityCodeFix))]
[Shared]
public sealed class AddAccessibilityCodeFix : CodeFixProvider
{
    // Set by the definition analyzer: a method may be no kernel for other reasons, too.
    private const string LacksAccessibility = nameof(LacksAccessibility);

    private static readonly SyntaxKind[] Choices = [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.MethodShape];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.ContainsKey(LacksAccessibility)
                || root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent
                    is not MethodDeclarationSyntax { Modifiers.Count: > 0 } method)
            {
                continue;
            }

            foreach (SyntaxKind choice in Choices)
            {
                var changed = root.ReplaceNode(method, method.WithModifiers(With(method.Modifiers, choice)));
                string keyword = SyntaxFacts.GetText(choice);
                context.RegisterCodeFix(
                    CodeAction.Create($"Make it {keyword}", _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), keyword),
                    diagnostic);
            }
        }
    }

    private static SyntaxTokenList With(SyntaxTokenList modifiers, SyntaxKind accessibility)
    {
        var first = SyntaxFactory.Token(modifiers[0].LeadingTrivia, accessibility, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return modifiers.Replace(modifiers[0], modifiers[0].WithLeadingTrivia()).Insert(0, first);
    }
}
