using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>What code reads and does, step by step in order of evaluation, as text that can be compared.</summary>
/// <param name="keys">The effects that count.</param>
/// <param name="variables">The variables whose reading counts.</param>
internal sealed class EffectTrail(HashSet<string> keys, HashSet<string> variables)
{
    private const string Does = "!";
    private const string MayDo = "?";

    public IEnumerable<string> Of(SyntaxNode root)
    {
        foreach (SyntaxNode node in InOrder(root))
        {
            if (KeyOf(node) is var key && keys.Contains(key))
            {
                yield return (IsConditional(node, root) ? MayDo : Does) + key;
            }
            else if (node is IdentifierNameSyntax name && variables.Contains(name.Identifier.ValueText) && !IsOnlyWritten(name))
            {
                yield return name.Identifier.ValueText;
            }
        }
    }

    /// <summary>Whether one trail has the effects of another, in their order, and reads nothing at another point.</summary>
    public static bool IsKept(List<string> before, List<string> after)
    {
        int at = 0;
        foreach (string step in before)
        {
            at += at < after.Count && string.Equals(after[at], step, StringComparison.Ordinal) ? 1 : 0;
        }

        return at == after.Count && before.Where(IsEffect).SequenceEqual(after.Where(IsEffect), StringComparer.Ordinal);
    }

    /// <summary>What is done, without what it is done to: that stands before it in the trail.</summary>
    public static string KeyOf(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => "await",
        ThrowExpressionSyntax => "throw",
        AssignmentExpressionSyntax assignment => Text(assignment.Left) + assignment.OperatorToken.ValueText,
        InvocationExpressionSyntax call => (NameOf(call.Expression) ?? Text(call.Expression)) + Arity(call),
        ElementAccessExpressionSyntax element => Text(element.Expression) + "[]",
        IdentifierNameSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ElementBindingExpressionSyntax => Text(node),
        DeclarationExpressionSyntax or SingleVariableDesignationSyntax or BaseObjectCreationExpressionSyntax => Text(node),
        _ => string.Empty,
    };

    public static string Text(SyntaxNode node) => string.Join(" ", node.DescendantTokens().Select(token => token.ValueText));

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static string Arity(InvocationExpressionSyntax call) =>
        "(" + call.ArgumentList.Arguments.Count.ToString(CultureInfo.InvariantCulture) + ")";

    private static bool IsEffect(string step) =>
        step.StartsWith(Does, StringComparison.Ordinal) || step.StartsWith(MayDo, StringComparison.Ordinal);

    private static bool IsOnlyWritten(IdentifierNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name
        && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression);

    private static IEnumerable<SyntaxNode> InOrder(SyntaxNode node)
    {
        foreach (SyntaxNode child in node.ChildNodes().SelectMany(InOrder))
        {
            yield return child;
        }

        yield return node;
    }

    private static bool IsConditional(SyntaxNode node, SyntaxNode root)
    {
        for (SyntaxNode inner = node; inner != root && inner.Parent is { } outer; inner = outer)
        {
            if (IsChosen(inner, outer))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsChosen(SyntaxNode inner, SyntaxNode outer) => outer switch
    {
        ConditionalExpressionSyntax conditional => inner != conditional.Condition,
        BinaryExpressionSyntax binary when IsShortCut(binary) => inner != binary.Left,
        ConditionalAccessExpressionSyntax access => inner != access.Expression,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment => inner != assignment.Left,
        SwitchExpressionArmSyntax or AnonymousFunctionExpressionSyntax or QueryClauseSyntax or SelectOrGroupClauseSyntax => true,
        _ => false,
    };

    private static bool IsShortCut(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression;
}
