using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes.Definitions;

/// <summary>LG0014: lets a kernel return what it can return.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeReturnTypeCodeFix))]
[Shared]
public sealed class ChangeReturnTypeCodeFix : CodeFixProvider
{
    // Set by the definition analyzer: a method may be no kernel for other reasons, too.
    private const string SuggestedReturns = nameof(SuggestedReturns);

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
            if (!diagnostic.Properties.TryGetValue(SuggestedReturns, out string? types) || types is null
                || root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
            {
                continue;
            }

            foreach (string type in types.Split(','))
            {
                var keyword = SyntaxFactory.PredefinedType(SyntaxFactory.ParseToken(type)).WithTriviaFrom(method.ReturnType);
                var changed = root.ReplaceNode(method, method.WithReturnType(keyword));
                context.RegisterCodeFix(
                    CodeAction.Create($"Return {type}", _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), type),
                    diagnostic);
            }
        }
    }
}
