using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>
/// Holds an edit to what its code did: each await, assignment, increment, throw and call that may have an effect happens exactly once
/// before and after, in the same order and as conditionally as before, and what is read stays on the same side of it.
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

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxNode node in All(targets).Where(node => purity.HasEffect(node) && !IsOnOwn(node, targets)))
        {
            keys.Add(EffectTrail.KeyOf(node));
        }

        if (edit.IsWhole || keys.Count == 0)
        {
            return true;
        }

        var trail = new EffectTrail(keys, VariablesIn(targets));
        List<string> before = targets.SelectMany(trail.Of).ToList();
        List<string> after = changes.SelectMany(change => change.Replacement is { } replacement ? trail.Of(replacement) : []).ToList();
        return EffectTrail.IsKept(before, after);
    }

    /// <summary>Whether anything in the body, apart from what it writes, may have an effect.</summary>
    public bool AreOnlyWrites(SyntaxNode body) => body.DescendantNodes().All(node => !purity.HasEffect(node)
        || node is AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax);

    /// <summary>Whether something with an effect stands in the whole before a part of it.</summary>
    public bool AnyBefore(SyntaxNode part, SyntaxNode whole) =>
        whole.DescendantNodes().Any(node => node.Span.End <= part.SpanStart && purity.HasEffect(node));

    private static IEnumerable<SyntaxNode> All(SyntaxNode[] roots) => roots.SelectMany(root => root.DescendantNodesAndSelf());

    // What is printed from another place of the member happens there, too.
    private bool Copies(ImmutableArray<Change> changes, SyntaxNode[] targets)
    {
        SyntaxNode? member = targets.FirstOrDefault()?.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is null or TypeDeclarationSyntax)
        {
            return false;
        }

        var elsewhere = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxNode node in member.DescendantNodes(node => !targets.Contains(node)))
        {
            if (!Array.Exists(targets, target => node.Span.Contains(target.Span)) && purity.HasEffect(node))
            {
                elsewhere.Add(EffectTrail.Text(node));
            }
        }

        elsewhere.ExceptWith(All(targets).Select(EffectTrail.Text));
        return elsewhere.Count > 0 && changes.Any(change => change.Replacement is { } replacement
            && replacement.DescendantNodesAndSelf().Any(node => elsewhere.Contains(EffectTrail.Text(node))));
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
        return written is IdentifierNameSyntax
            && scene.Model.GetSymbolInfo(written).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declared }
            && Array.Exists(targets, target => target is StatementSyntax && target.Span.Contains(declared[0].Span));
    }

    private HashSet<string> VariablesIn(SyntaxNode[] targets) => new(
        All(targets).OfType<IdentifierNameSyntax>()
            .Where(name => scene.Model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)
            .Select(name => name.Identifier.ValueText),
        StringComparer.Ordinal);
}
