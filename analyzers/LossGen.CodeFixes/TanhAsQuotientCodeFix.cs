using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>LG1008: a quotient of exponentials becomes <c>Math.Tanh(x)</c>, or a tensor's <c>x.tanh()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TanhAsQuotientCodeFix))]
[Shared]
public sealed class TanhAsQuotientCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.TanhAsQuotient;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) =>
        Recipe.Of(diagnostic) is { Call: "tanh" } recipe ? TensorCall.Plan(scene, diagnostic, recipe) : ScalarCall.Plan(scene, diagnostic, scene.MathWith);
}
