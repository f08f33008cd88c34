using System.Composition;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>LG3001: <c>TensorPrimitives.SoftMax(x, destination)</c> becomes <c>StableMath.Softmax(x, destination)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TensorPrimitivesSoftMaxCodeFix))]
[Shared]
public sealed class TensorPrimitivesSoftMaxCodeFix : RecipeCodeFix
{
    private protected override string Id => RuleIds.TensorPrimitivesSoftMax;

    private protected override Edit? Plan(FixScene scene, Diagnostic diagnostic)
    {
        if (Recipe.Of(diagnostic) is null || scene.StableMathWith("Softmax") is not { } type
            || scene.ExpressionAt(diagnostic.Location) is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } call
            || scene.MethodOf(call)?.Parameters[0].Type is not INamedTypeSymbol { TypeArguments: { Length: 1 } element } || element[0].SpecialType is not (SpecialType.System_Single or SpecialType.System_Double))
        {
            return null;
        }

        // The parameters have the same names and order, so the arguments stay as they are.
        ExpressionSyntax function = ((InvocationExpressionSyntax)TensorCall.Static(scene, type, "Softmax")).Expression;
        var replacement = TensorCall.Annotated(call.WithExpression(function.WithTriviaFrom(call.Expression)));
        return Edit.Replace("Call StableMath.Softmax", call, replacement);
    }
}
