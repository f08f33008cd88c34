using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Changes what a loss of TorchSharp is called with.</summary>
internal static class LossArgument
{
    private const string LogSoftmaxName = "log_softmax";

    /// <summary>softmax(x, d) as an argument becomes log_softmax(x, d).</summary>
    public static Edit? LogOfSoftmax(FixScene scene, Diagnostic diagnostic) =>
        scene.ExpressionAt(diagnostic.Location) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax or IdentifierNameSyntax } softmax
        && scene.MethodOf(softmax) is { Name: "softmax" }
        && TensorCall.Renamed(softmax, LogSoftmaxName) is { } renamed && scene.WouldCall(renamed, softmax) is { Name: LogSoftmaxName }
            ? Edit.Replace("Call log_softmax (changes the loss)", softmax, renamed)
            : null;

    /// <summary>kl_div(input, target) gets log_target: false.</summary>
    public static Edit? LogTarget(FixScene scene, Diagnostic diagnostic)
    {
        ExpressionSyntax no = SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression);
        if (Recipe.Of(diagnostic) is { Parts.Length: 1 } recipe)
        {
            return scene.ExpressionAt(recipe.Parts[0]) is LiteralExpressionSyntax yes ? Edit.Replace("Pass log_target: false (changes the loss)", yes, no) : null;
        }

        if (scene.ExpressionAt(diagnostic.Location) is not InvocationExpressionSyntax call || scene.MethodOf(call) is not { Name: "kl_div" })
        {
            return null;
        }

        ArgumentSyntax added = SyntaxFactory.Argument(SyntaxFactory.NameColon("log_target"), default, no);
        return Edit.Replace("Pass log_target: false (changes the loss)", call, TensorCall.Annotated(call.AddArgumentListArguments(added)));
    }

    /// <summary>binary_cross_entropy(x.sigmoid(), y) becomes binary_cross_entropy_with_logits(x, y).</summary>
    public static Edit? WithLogits(FixScene scene, Diagnostic diagnostic)
    {
        if (Recipe.Of(diagnostic) is not { Parts.Length: 2 } recipe || scene.ExpressionAt(recipe.Parts[0]) is not { } logits
            || scene.ExpressionAt(recipe.Parts[1]) is not { } argument || argument.Parent?.Parent?.Parent is not InvocationExpressionSyntax call
            || scene.MethodOf(call) is not { Name: "binary_cross_entropy" })
        {
            return null;
        }

        var changed = call.ReplaceNode(argument, logits.WithTriviaFrom(argument));
        return TensorCall.Renamed(changed, recipe.Call) is { } renamed && scene.WouldCall(renamed, call) is { } method && method.Name == recipe.Call
            ? Edit.Replace("Call binary_cross_entropy_with_logits", call, renamed)
            : null;
    }
}
