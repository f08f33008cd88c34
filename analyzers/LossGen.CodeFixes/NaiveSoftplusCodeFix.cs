using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>LG1004: <c>Math.Log(1 + Math.Exp(x))</c> becomes <c>StableMath.Softplus(x)</c>, or <c>torch.logaddexp(t, torch.zeros_like(t))</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NaiveSoftplusCodeFix))]
[Shared]
public sealed class NaiveSoftplusCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.NaiveSoftplus;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) =>
        Recipe.Of(diagnostic) is { Call: "logaddexp" } recipe ? Tensor(scene, diagnostic, recipe) : ScalarCall.Plan(scene, diagnostic);

    // The tensor is written twice, so it must be a plain name.
    private static Edit? Tensor(FixScene scene, Diagnostic diagnostic, Recipe recipe)
    {
        if (scene.TorchType is not { } torch || scene.ExpressionAt(diagnostic.Location) is not { } site
            || scene.ExpressionAt(recipe.Parts[0]) is not IdentifierNameSyntax x)
        {
            return null;
        }

        ExpressionSyntax zero = TensorCall.Static(scene, torch, "zeros_like", x.WithoutTrivia());
        return Edit.Replace("Call torch.logaddexp", site, TensorCall.Static(scene, torch, "logaddexp", x.WithoutTrivia(), zero));
    }
}
