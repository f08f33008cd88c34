using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1011: <c>Math.Exp(x) - 1</c> becomes <c>StableMath.Expm1(x)</c>, or a tensor's <c>x.expm1()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExpMinusOneCodeFix))]
[Shared]
public sealed class ExpMinusOneCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.ExpMinusOne;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) =>
        Recipe.Of(diagnostic) is { Call: "expm1" } recipe ? TensorCall.Plan(scene, diagnostic, recipe) : ScalarCall.Plan(scene, diagnostic);
}
