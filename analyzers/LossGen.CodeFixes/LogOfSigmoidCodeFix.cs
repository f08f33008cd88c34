using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>LG1002: the logarithm of a sigmoid becomes <c>StableMath.LogSigmoid(x)</c>, <c>functional.logsigmoid(x)</c> or <c>x.log_sigmoid()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogOfSigmoidCodeFix))]
[Shared]
public sealed class LogOfSigmoidCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.LogOfSigmoid;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) =>
        Recipe.Of(diagnostic) is { Call: "logsigmoid" } recipe ? Tensor(scene, diagnostic, recipe) : ScalarCall.Plan(scene, diagnostic);

    private static Edit? Tensor(FixScene scene, Diagnostic diagnostic, Recipe recipe)
    {
        if (scene.FunctionalType is not { } functional || scene.ExpressionAt(diagnostic.Location) is not InvocationExpressionSyntax site
            || scene.ExpressionAt(recipe.Parts[0]) is not { } argument)
        {
            return null;
        }

        ExpressionSyntax x = recipe.NegateArgument ? TensorCall.Negated(argument) : argument.WithoutTrivia();
        bool fluent = scene.MethodOf(site) is { IsStatic: false };
        return Edit.Replace(
            fluent ? "Call log_sigmoid" : "Call functional.logsigmoid",
            site,
            fluent ? TensorCall.Fluent(x, "log_sigmoid", []) : TensorCall.Static(scene, functional, "logsigmoid", x));
    }
}
