using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>LG2001: the loss gets the logits themselves.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SoftmaxBeforeCrossEntropyCodeFix))]
[Shared]
public sealed class SoftmaxBeforeCrossEntropyCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.SoftmaxBeforeCrossEntropy;

    /// <summary>None: the loss becomes another number, which is the point, but someone should look at each.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) =>
        Recipe.Of(diagnostic) is { Parts.Length: 1 } recipe
        && scene.ExpressionAt(diagnostic.Location) is { } argument
        && scene.ExpressionAt(recipe.Parts[0]) is { } logits
        && (argument is IdentifierNameSyntax || argument.Span.Contains(logits.Span))
            ? Edit.Replace("Pass the logits (changes the loss)", argument, TensorCall.Annotated(logits.WithoutTrivia()))
            : null;
}
