using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2002: <c>binary_cross_entropy(x.sigmoid(), y)</c> becomes <c>binary_cross_entropy_with_logits(x, y)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SigmoidBeforeBceCodeFix))]
[Shared]
public sealed class SigmoidBeforeBceCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.SigmoidBeforeBce;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => LossArgument.WithLogits(scene, diagnostic);
}
