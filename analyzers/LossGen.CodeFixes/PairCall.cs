using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Writes a call of a function of two numbers, or tensors, in the place of an expression.</summary>
internal static class PairCall
{
    public static Edit? Plan(FixScene scene, Diagnostic diagnostic)
    {
        if (Recipe.Of(diagnostic) is not { Parts.Length: 1 or 2 } recipe || scene.ExpressionAt(diagnostic.Location) is not { } site
            || scene.ExpressionAt(recipe.Parts[0]) is not { } first)
        {
            return null;
        }

        // log(exp(x) − 1) has one part; the other exponent is 0.
        ExpressionSyntax zero = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0));
        ExpressionSyntax? second = recipe.Parts.Length == 1 ? zero : scene.ExpressionAt(recipe.Parts[1]);
        if (second is null)
        {
            return null;
        }

        if (recipe.Call == "logaddexp")
        {
            return scene.TorchType is { } torch && IsTensor(scene, first) && IsTensor(scene, second)
                ? Edit.Replace("Call torch.logaddexp", site, TensorCall.Static(scene, torch, recipe.Call, first.WithoutTrivia(), second.WithoutTrivia()))
                : null;
        }

        SpecialType wanted = TypeOf(scene, site);
        if (scene.StableMathWith(recipe.Call) is not { } type || wanted is not (SpecialType.System_Single or SpecialType.System_Double))
        {
            return null;
        }

        SpecialType given = TypeOf(scene, first);
        bool isWide = given == SpecialType.System_Double || (second != zero && TypeOf(scene, second) == SpecialType.System_Double);
        bool wide = isWide || wanted == SpecialType.System_Double;
        ExpressionSyntax one = wide == isWide && given is (SpecialType.System_Single or SpecialType.System_Double)
            ? first.WithoutTrivia()
            : ScalarCall.Cast(wide ? SpecialType.System_Double : SpecialType.System_Single, first);
        ExpressionSyntax call = ScalarCall.Call(scene, type, recipe.Call, one, second.WithoutTrivia());
        call = wide && wanted == SpecialType.System_Single ? ScalarCall.Cast(wanted, call) : call;
        return Edit.Replace("Call StableMath." + recipe.Call, site, TensorCall.Annotated(call));
    }

    private static bool IsTensor(FixScene scene, ExpressionSyntax expression) => scene.Model.GetTypeInfo(expression).Type?.Name == "Tensor";

    private static SpecialType TypeOf(FixScene scene, ExpressionSyntax expression) =>
        scene.Model.GetTypeInfo(expression).Type?.SpecialType ?? SpecialType.None;
}
