using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary><c>TensorPrimitives.SoftMax(x, p); TensorPrimitives.Log(p, p);</c> becomes <c>StableMath.LogSoftmax(x, p);</c>.</summary>
internal static class SoftmaxStatements
{
    public static Edit? Plan(FixScene scene, Cure cure)
    {
        if (scene.StableMathWith("LogSoftmax") is not { } type
            || scene.ExpressionAt(cure.Places[0]) is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax last } log
            || scene.ExpressionAt(cure.Places[1]) is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax first } softmax
            || log.ArgumentList.Arguments is not { Count: 2 } to || softmax.ArgumentList.Arguments is not { Count: 2 } from
            || first.Parent != last.Parent || first.Parent is not BlockSyntax block || block.Statements.IndexOf(last) != block.Statements.IndexOf(first) + 1
            || from[1].Expression is not IdentifierNameSyntax middle || to[0].Expression is not IdentifierNameSyntax read || to[1].Expression is not IdentifierNameSyntax
            || middle.Identifier.ValueText != read.Identifier.ValueText)
        {
            return null;
        }

        ExpressionSyntax call = Calls.Of(scene, type, "LogSoftmax", from[0].Expression.WithoutTrivia(), to[1].Expression.WithoutTrivia());
        bool inPlace = middle.Identifier.ValueText == ((IdentifierNameSyntax)to[1].Expression).Identifier.ValueText;
        if (scene.MethodOf(softmax)?.Name is not ("SoftMax" or "Softmax") || (!inPlace && SameMemory(from[0].Expression, middle)))
        {
            return null;
        }

        ISymbol? holder = scene.Model.GetSymbolInfo(to[1].Expression).Symbol;
        if (!inPlace)
        {
            // The probabilities themselves are kept, and so is their statement.
            return Edit.Replace("Call StableMath.LogSoftmax", log, call) with { Holder = holder };
        }

        // One of the two goes away, and no comment with it.
        return !IsCommented(last) ? new Edit("Call StableMath.LogSoftmax", ImmutableArray.Create(new Change(softmax, call), new Change(last, Replacement: null))) { Holder = holder }
            : !IsCommented(first) ? new Edit("Call StableMath.LogSoftmax", ImmutableArray.Create(new Change(first, Replacement: null), new Change(log, call))) { Holder = holder }
            : null;
    }

    private static bool IsCommented(SyntaxNode node) =>
        node.GetLeadingTrivia().Concat(node.GetTrailingTrivia()).Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    private static bool SameMemory(ExpressionSyntax x, IdentifierNameSyntax p) =>
        x is not IdentifierNameSyntax name || name.Identifier.ValueText == p.Identifier.ValueText;
}
