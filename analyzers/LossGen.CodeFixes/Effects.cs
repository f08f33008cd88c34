using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>
/// Holds an edit to what its code did: each await, assignment, increment, throw and call that may have an effect happens exactly once before
/// and after, in the same order, as conditionally as before, and what is read in between is read on the same side of it.
/// </summary>
internal sealed class Effects(FixScene scene)
{
    private readonly Purity purity = new(scene);

    /// <summary>Whether the edit keeps all effects.</summary>
    public bool AreKept(Edit edit)
    {
        ImmutableArray<Change> changes = edit.Changes.Sort((one, other) => one.Target.SpanStart.CompareTo(other.Target.SpanStart));
        SyntaxNode[] targets = changes.Where(change => !change.Follows && !change.Precedes).Select(change => change.Target).ToArray();
        if (Copies(changes, targets))
        {
            return false;
        }

        var keys = new HashSet<string>(
            targets.SelectMany(target => target.DescendantNodesAndSelf()).Where(node => purity.HasEffect(node) && !IsOnOwn(node, targets)).Select(KeyOf), StringComparer.Ordinal);
        if (edit.IsWhole || keys.Count == 0)
        {
            return true;
        }

        HashSet<string> variables = VariablesIn(targets);
        List<string> before = targets.SelectMany(target => Trail(target, keys, variables)).ToList();
        List<string> after = changes.Where(change => change.Replacement is not null).SelectMany(change => Trail(change.Replacement!, keys, variables)).ToList();
        return before.Where(IsEffect).SequenceEqual(after.Where(IsEffect), StringComparer.Ordinal) && IsPartOf(after, before);
    }

    /// <summary>Whether anything in the body, apart from what it writes, may have an effect.</summary>
    public bool AreOnlyWrites(SyntaxNode body) => body.DescendantNodes().All(node => !purity.HasEffect(node)
        || node is AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax);

    /// <summary>Whether something with an effect stands in the whole before a part of it.</summary>
    public bool AnyBefore(SyntaxNode part, SyntaxNode whole) =>
        whole.DescendantNodes().Any(node => node.Span.End <= part.SpanStart && purity.HasEffect(node));

    // What is printed from another place of the member happens there, too.
    private bool Copies(ImmutableArray<Change> changes, SyntaxNode[] targets)
    {
        SyntaxNode? member = targets.FirstOrDefault()?.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is null or TypeDeclarationSyntax)
        {
            return false;
        }

        var elsewhere = new HashSet<string>(
            member.DescendantNodes(node => !targets.Contains(node)).Where(node => !targets.Contains(node) && !targets.Any(target => node.Span.Contains(target.Span)) && purity.HasEffect(node)).Select(Text), StringComparer.Ordinal);
        elsewhere.ExceptWith(targets.SelectMany(target => target.DescendantNodesAndSelf()).Select(Text));
        return elsewhere.Count > 0 && changes.Any(change => change.Replacement?.DescendantNodesAndSelf().Any(node => elsewhere.Contains(Text(node))) == true);
    }

    // A variable that goes away with its loop, as all that names it is replaced, is no loss.
    private bool IsOnOwn(SyntaxNode effect, SyntaxNode[] targets)
    {
        ExpressionSyntax? written = effect switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left,
            PrefixUnaryExpressionSyntax prefix => prefix.Operand,
            PostfixUnaryExpressionSyntax postfix => postfix.Operand,
            _ => null,
        };
        return written is IdentifierNameSyntax && scene.Model.GetSymbolInfo(written).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declared }
            && targets.Any(target => target is StatementSyntax && target.Span.Contains(declared[0].Span));
    }

    private HashSet<string> VariablesIn(SyntaxNode[] targets) => new(
        targets.SelectMany(target => target.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>()
            .Where(name => scene.Model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)
            .Select(name => name.Identifier.ValueText),
        StringComparer.Ordinal);

    /// <summary>What is read and done, in order of evaluation.</summary>
    private static IEnumerable<string> Trail(SyntaxNode root, HashSet<string> keys, HashSet<string> variables)
    {
        foreach (SyntaxNode node in InOrder(root))
        {
            if (KeyOf(node) is var key && keys.Contains(key))
            {
                yield return (IsConditional(node, root) ? "?!" : "!") + key;
            }
            else if (node is IdentifierNameSyntax name && variables.Contains(name.Identifier.ValueText) && !IsOnlyWritten(name))
            {
                yield return name.Identifier.ValueText;
            }
        }
    }

    private static bool IsOnlyWritten(IdentifierNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == name;

    private static IEnumerable<SyntaxNode> InOrder(SyntaxNode node)
    {
        foreach (SyntaxNode child in node.ChildNodes().SelectMany(InOrder))
        {
            yield return child;
        }

        yield return node;
    }

    private static bool IsEffect(string step) => step[0] is '!' or '?';

    private static bool IsPartOf(List<string> part, List<string> whole)
    {
        int at = 0;
        foreach (string step in whole)
        {
            at += at < part.Count && part[at] == step ? 1 : 0;
        }

        return at == part.Count;
    }

    /// <summary>What is done, without what it is done to: that stands before it in the trail.</summary>
    private static string KeyOf(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => "await",
        ThrowExpressionSyntax => "throw",
        AssignmentExpressionSyntax assignment => Text(assignment.Left) + assignment.OperatorToken.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call => access.Name.Identifier.ValueText + Arity(call.ArgumentList),
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } call => name.Identifier.ValueText + Arity(call.ArgumentList),
        InvocationExpressionSyntax call => Text(call.Expression) + Arity(call.ArgumentList),
        ElementAccessExpressionSyntax element => Text(element.Expression) + "[]",
        IdentifierNameSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or DeclarationExpressionSyntax
            or SingleVariableDesignationSyntax or BaseObjectCreationExpressionSyntax or ElementBindingExpressionSyntax => Text(node),
        _ => string.Empty,
    };

    private static string Arity(ArgumentListSyntax arguments) => "(" + arguments.Arguments.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")";

    private static string Text(SyntaxNode node) => string.Join(" ", node.DescendantTokens().Select(token => token.ValueText));

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
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary => inner != binary.Left,
        ConditionalAccessExpressionSyntax access => inner != access.Expression,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment => inner != assignment.Left,
        SwitchExpressionArmSyntax or AnonymousFunctionExpressionSyntax or QueryClauseSyntax or SelectOrGroupClauseSyntax => true,
        _ => false,
    };
}
