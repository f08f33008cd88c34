using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1004: <c>Math.Log(1 + Math.Exp(x))</c> becomes <c>StableMath.Softplus(x)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NaiveSoftplusCodeFix))]
[Shared]
public sealed class NaiveSoftplusCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.NaiveSoftplus;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => ScalarCall.Plan(scene, diagnostic);
}
