using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1007: <c>Math.Exp(x) / (1 + Math.Exp(x))</c> becomes <c>StableMath.Sigmoid(x)</c>, or a tensor's <c>x.sigmoid()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SigmoidAsQuotientCodeFix))]
[Shared]
public sealed class SigmoidAsQuotientCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.SigmoidAsQuotient;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) =>
        Recipe.Of(diagnostic) is { Call: "sigmoid" } recipe ? TensorCall.Plan(scene, diagnostic, recipe) : ScalarCall.Plan(scene, diagnostic);
}
