using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes.Definitions;

/// <summary>LG0001 and LG0013: adds <c>partial</c> to a kernel or to a type that contains one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFix))]
[Shared]
public sealed class MakePartialCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.KernelNotPartial, RuleIds.ContainingTypeNotPartial];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindToken(context.Span.Start).Parent is not MemberDeclarationSyntax member
            || member is not (MethodDeclarationSyntax or TypeDeclarationSyntax)
            || member.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create("Make it partial", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(member, WithPartial(member)))), nameof(MakePartialCodeFix)),
            context.Diagnostics);
    }

    /// <summary><c>partial</c> comes last; <c>extern</c>, which stands in for a body, goes.</summary>
    private static MemberDeclarationSyntax WithPartial(MemberDeclarationSyntax member)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var kept = member.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ExternKeyword)).ToList();
        if (kept.Count > 0)
        {
            return member.WithModifiers(SyntaxFactory.TokenList(kept.Append(partial)));
        }

        // The first token's comments stay in front.
        var first = member is MethodDeclarationSyntax method ? method.ReturnType.GetFirstToken() : ((TypeDeclarationSyntax)member).Keyword;
        return member.ReplaceToken(first, first.WithLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(first.LeadingTrivia)));
    }
}
