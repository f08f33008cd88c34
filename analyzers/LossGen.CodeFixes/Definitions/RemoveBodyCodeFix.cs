using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes.Definitions;

/// <summary>LG0002: replaces the body of a kernel by a semicolon; the generator writes another one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBodyCodeFix))]
[Shared]
public sealed class RemoveBodyCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.KernelHasBody];

    /// <summary>It deletes code: one at a time.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindToken(context.Span.Start).Parent is not MethodDeclarationSyntax method
            || (method.Body is null && method.ExpressionBody is null && !method.Modifiers.Any(SyntaxKind.ExternKeyword)))
        {
            return;
        }

        // 'extern' stands in the place of a body.
        var modifiers = SyntaxFactory.TokenList(method.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ExternKeyword)));

        var end = SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(method.GetTrailingTrivia());
        var bare = method.WithModifiers(modifiers).WithBody(null).WithExpressionBody(null).WithSemicolonToken(end)
            .WithParameterList(method.ParameterList.WithTrailingTrivia());
        var changed = context.Document.WithSyntaxRoot(root.ReplaceNode(method, bare));
        context.RegisterCodeFix(
            CodeAction.Create("Remove the body", _ => Task.FromResult(changed), nameof(RemoveBodyCodeFix)),
            context.Diagnostics);
    }
}
