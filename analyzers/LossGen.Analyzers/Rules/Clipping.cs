using System;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>Clips that the engine cannot see, as they happen in functions it does not know; told by their names, and good for silence only.</summary>
internal static class Clipping
{
    /// <summary>
    /// Whether an expression is a parameter of a lambda that is handed to a call together with something clipped, as in
    /// <c>target.Map((t, p) => …, predicted.Clip(eps, 1 - eps))</c>.
    /// </summary>
    public static bool MayReach(IOperation? operand)
    {
        if (operand is null || PairOf(Terms.Bare(operand)) is not IParameterReferenceOperation { Parameter: var parameter } || LambdaArgument.Of(parameter) is not var (lambda, call))
        {
            return false;
        }

        foreach (SyntaxNode node in call.DescendantNodes(node => node != lambda.Expression))
        {
            if (node is SimpleNameSyntax name && (IsClip(name) || IsClippedVariable(name)))
            {
                return true;
            }
        }

        return false;
    }

    // target.Zip(predicted.Select(p => Math.Clamp(p, …))).Sum(pair => pair.First * Math.Log(pair.Second))
    private static IOperation PairOf(IOperation operand) => operand is IMemberReferenceOperation { Instance: { } pair } ? pair : operand;

    private static bool IsClip(SimpleNameSyntax name) =>
        name.Identifier.ValueText.IndexOf("clip", StringComparison.OrdinalIgnoreCase) >= 0 || name.Identifier.ValueText.IndexOf("clamp", StringComparison.OrdinalIgnoreCase) >= 0;

    // var safe = predicted.Clip(eps, 1 - eps);
    private static bool IsClippedVariable(SimpleNameSyntax name)
    {
        if (name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return false;
        }

        foreach (SyntaxNode node in member.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax made } variable && variable.Identifier.ValueText == name.Identifier.ValueText
                && made.Expression is MemberAccessExpressionSyntax { Name: var function } && IsClip(function))
            {
                return true;
            }
        }

        return false;
    }
}
