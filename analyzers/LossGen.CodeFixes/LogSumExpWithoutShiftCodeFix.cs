using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>LG1003: log(Σ exp(x)) becomes <c>StableMath.LogSumExp(x)</c> or a tensor's <c>logsumexp(d)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogSumExpWithoutShiftCodeFix))]
[Shared]
public sealed class LogSumExpWithoutShiftCodeFix : RecipeCodeFix
{
    private const string LogSumExp = "logsumexp";

    private protected override string Id => RuleIds.LogSumExpWithoutShift;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic) => Recipe.Of(diagnostic) switch
    {
        { Call: LogSumExp, Parts.Length: 2 } recipe => Tensor(scene, diagnostic, recipe),
        { Call: "LogSumExp", Parts.Length: 1 } recipe => Memory(scene, diagnostic, recipe),
        { Call: "LogSumExpOfLoop", Parts.Length: 1 } recipe => LoopSum.Plan(scene, diagnostic, recipe),
        _ => null,
    };

    private static Edit? Memory(FixScene scene, Diagnostic diagnostic, Recipe recipe)
    {
        if (scene.StableMathWith("LogSumExp") is not { } type || scene.ExpressionAt(diagnostic.Location) is not { } site
            || scene.ExpressionAt(recipe.Parts[0]) is not { } x || scene.Model.GetTypeInfo(site).Type?.SpecialType is not (SpecialType.System_Single or SpecialType.System_Double))
        {
            return null;
        }

        return Edit.Replace("Call StableMath.LogSumExp", site, TensorCall.Static(scene, type, "LogSumExp", x.WithoutTrivia()));
    }

    // Only where the dimension is written: without one the sum is over everything, and logsumexp has no such form.
    private static Edit? Tensor(FixScene scene, Diagnostic diagnostic, Recipe recipe)
    {
        if (scene.ExpressionAt(diagnostic.Location) is not { } site || scene.ExpressionAt(recipe.Parts[0]) is not { } x
            || scene.ExpressionAt(recipe.Parts[1]) is not InvocationExpressionSyntax sum || scene.MethodOf(sum) is not { Name: "sum" } method)
        {
            return null;
        }

        var arguments = sum.ArgumentList.Arguments;
        ExpressionSyntax? call = method.IsStatic
            ? TensorCall.Renamed(sum.WithArgumentList(sum.ArgumentList.WithArguments(arguments.Replace(arguments[0], arguments[0].WithExpression(x.WithoutTrivia())))), LogSumExp)
            : TensorCall.Fluent(x, LogSumExp, arguments);
        return call is not null && scene.WouldCall(call, site) is { Name: LogSumExp } ? Edit.Replace("Call logsumexp", site, call) : null;
    }
}
