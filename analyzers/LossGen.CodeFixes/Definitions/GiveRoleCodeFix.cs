using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Rename;
using Microsoft.CodeAnalysis.Simplification;

namespace LossGen.CodeFixes.Definitions;

/// <summary>LG0005: gives a parameter the name, or the attribute, of the role that it was probably meant to have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveRoleCodeFix))]
[Shared]
public sealed class GiveRoleCodeFix : CodeFixProvider
{
    // Set by the definition analyzer, which knows the roles.
    private const string SuggestedName = nameof(SuggestedName);
    private const string SuggestedRole = nameof(SuggestedRole);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnknownRole];

    /// <summary>A guess is looked at before it is taken.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent is ParameterSyntax parameter
                && diagnostic.Properties.TryGetValue(SuggestedName, out string? name) && name is not null
                && diagnostic.Properties.TryGetValue(SuggestedRole, out string? role) && role is not null)
            {
                context.RegisterCodeFix(CodeAction.Create($"Rename to '{name}'", token => Rename(document, parameter, name, token), SuggestedName), diagnostic);
                var marked = root.ReplaceNode(parameter, WithRole(parameter, role));
                context.RegisterCodeFix(
                    CodeAction.Create($"Add [Role(KernelRole.{role})]", _ => Task.FromResult(document.WithSyntaxRoot(marked)), SuggestedRole),
                    diagnostic);
            }
        }
    }

    /// <summary>Calls that name their arguments are renamed too.</summary>
    private static async Task<Solution> Rename(Document document, ParameterSyntax parameter, string name, CancellationToken token)
    {
        var model = await document.GetSemanticModelAsync(token).ConfigureAwait(false);
        return model?.GetDeclaredSymbol(parameter, token) is { } symbol
            ? await Renamer.RenameSymbolAsync(document.Project.Solution, symbol, default, name, token).ConfigureAwait(false)
            : document.Project.Solution;
    }

    private static ParameterSyntax WithRole(ParameterSyntax parameter, string role)
    {
        var value = SyntaxFactory.ParseExpression("global::LossGen.KernelRole." + role).WithAdditionalAnnotations(Simplifier.Annotation);
        var attribute = SyntaxFactory.Attribute(
            SyntaxFactory.ParseName("global::LossGen.Role").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.AttributeArgument(value))));
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithTrailingTrivia(SyntaxFactory.Space);
        return parameter.WithoutLeadingTrivia()
            .WithAttributeLists(parameter.AttributeLists.Insert(0, list.WithLeadingTrivia(parameter.GetLeadingTrivia())))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
