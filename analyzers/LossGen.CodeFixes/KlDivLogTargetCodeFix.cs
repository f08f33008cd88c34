using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG2005: <c>log_target: false</c> is passed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KlDivLogTargetCodeFix))]
[Shared]
public sealed class KlDivLogTargetCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.KlDivLogTarget;

    /// <summary>None: the loss becomes another number, which is the point, but someone should look at each.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => LossArgument.LogTarget(scene, diagnostic);
}
