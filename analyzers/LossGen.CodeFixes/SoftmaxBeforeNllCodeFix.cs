using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2003: the loss gets <c>log_softmax</c> instead of <c>softmax</c>, where that is called right there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SoftmaxBeforeNllCodeFix))]
[Shared]
public sealed class SoftmaxBeforeNllCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.SoftmaxBeforeNll;

    /// <summary>None: the loss becomes another number, which is the point, but someone should look at each.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => LossArgument.LogOfSoftmax(scene, diagnostic);
}
