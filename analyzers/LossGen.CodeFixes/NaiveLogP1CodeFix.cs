using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG3002: <c>double.LogP1(x)</c> becomes <c>StableMath.Log1p(x)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NaiveLogP1CodeFix))]
[Shared]
public sealed class NaiveLogP1CodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.NaiveLogP1;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => ScalarCall.Plan(scene, diagnostic);
}
