using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>
/// Keeps the comments of what an edit replaces. One between signs stays beside the operand it stood at; one up to the end of a line gets a
/// line of its own before the statement.
/// </summary>
internal sealed class Comments(FixScene scene)
{
    /// <summary>The data of this annotation are the lines that go before the statement of the node.</summary>
    public const string Lifted = "LossGen.Lifted";

    /// <summary>The edit with all comments; null where a comment has no place to go, or a directive stands among what is replaced.</summary>
    public Edit? Kept(Edit edit)
    {
        var changes = new List<Change>();
        var written = new List<string>();
        foreach (Change change in edit.Changes)
        {
            written.AddRange(change.Replacement?.DescendantTrivia().Where(IsComment).Select(trivia => trivia.ToString()) ?? []);
        }

        var homeless = new List<SyntaxTrivia>();
        foreach (Change change in edit.Changes)
        {
            if (change.Follows || change.Precedes)
            {
                changes.Add(change);
                continue;
            }

            SyntaxTrivia[] inside = Inside(change).ToArray();
            if (Array.Exists(inside, trivia => trivia.IsDirective && !KeepsVerbatim(change.Replacement, trivia)))
            {
                return null;
            }

            List<SyntaxTrivia> lost = inside.Where(trivia => IsComment(trivia) && !written.Remove(trivia.ToString())).ToList();
            if (change.Replacement is null)
            {
                homeless.AddRange(lost);
                changes.Add(change);
                continue;
            }

            changes.Add(change with { Replacement = With(change, lost) });
        }

        if (homeless.Count == 0)
        {
            return edit with { Changes = changes.ToImmutableArray() };
        }

        int home = changes.FindIndex(change => change is { Replacement: not null, Follows: false, Precedes: false });
        if (home < 0)
        {
            return null;
        }

        changes[home] = changes[home] with { Replacement = Lift(changes[home].Replacement!, homeless) };
        return edit with { Changes = changes.ToImmutableArray() };
    }

    /// <summary>A statement after all comments of a body that it stands for.</summary>
    public static StatementSyntax Before(StatementSyntax statement, BlockSyntax body)
    {
        var leading = new List<SyntaxTrivia>();
        foreach (SyntaxTrivia comment in body.Statements.SelectMany(old => old.DescendantTrivia()).Where(IsComment))
        {
            leading.Add(comment);
            leading.Add(SyntaxFactory.ElasticLineFeed);
        }

        return statement.WithLeadingTrivia(leading);
    }

    private SyntaxNode With(Change change, List<SyntaxTrivia> lost)
    {
        SyntaxNode replacement = change.Replacement!.WithTriviaFrom(change.Target);
        if (lost.Count == 0)
        {
            return replacement;
        }

        List<(SyntaxNode Old, SyntaxNode New)> operands = Operands(change.Target, replacement);
        var leading = new Dictionary<SyntaxToken, List<SyntaxTrivia>>();
        var trailing = new Dictionary<SyntaxToken, List<SyntaxTrivia>>();
        foreach (SyntaxTrivia comment in lost.Where(trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))
        {
            SyntaxNode? after = operands.FirstOrDefault(pair => pair.Old.SpanStart >= comment.Span.End).New;
            SyntaxNode? before = operands.LastOrDefault(pair => pair.Old.Span.End <= comment.SpanStart).New;
            bool isRightBefore = operands.Exists(pair => pair.New == after && pair.Old.GetFirstToken() is var token && (token.LeadingTrivia.Contains(comment) || token.GetPreviousToken().TrailingTrivia.Contains(comment)));
            if (before is null || isRightBefore)
            {
                SyntaxToken first = (after ?? replacement).GetFirstToken();
                if (first == replacement.GetFirstToken())
                {
                    Add(leading, first, comment, SyntaxFactory.Space);
                }
                else
                {
                    // A comment right after a sign of division would become another comment.
                    SyntaxToken previous = first.GetPreviousToken();
                    Add(trailing, previous, previous.IsKind(SyntaxKind.OpenParenToken) ? [comment, SyntaxFactory.Space] : [SyntaxFactory.Space, comment, SyntaxFactory.Space]);
                }
            }
            else
            {
                Add(trailing, before.GetLastToken(), SyntaxFactory.Space, comment);
            }
        }

        SyntaxNode commented = replacement.ReplaceTokens(leading.Keys.Concat(trailing.Keys).Distinct(), (token, _) => token
            .WithLeadingTrivia(leading.TryGetValue(token, out List<SyntaxTrivia>? first) ? token.LeadingTrivia.AddRange(first) : token.LeadingTrivia)
            .WithTrailingTrivia(trailing.TryGetValue(token, out List<SyntaxTrivia>? last) ? token.TrailingTrivia.InsertRange(0, last) : token.TrailingTrivia));
        return Lift(commented, lost.Where(trivia => !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)));
    }

    private static void Add(Dictionary<SyntaxToken, List<SyntaxTrivia>> at, SyntaxToken token, params SyntaxTrivia[] trivia)
    {
        if (!at.TryGetValue(token, out List<SyntaxTrivia>? list))
        {
            at.Add(token, list = []);
        }

        list.AddRange(trivia);
    }

    private static SyntaxNode Lift(SyntaxNode node, IEnumerable<SyntaxTrivia> comments)
    {
        string lines = string.Join("\n", comments.Select(comment => comment.ToString()));
        return lines.Length == 0 ? node : node.WithAdditionalAnnotations(new SyntaxAnnotation(Lifted, lines));
    }

    /// <summary>The largest parts of the old that stand in the new, in their order.</summary>
    private List<(SyntaxNode Old, SyntaxNode New)> Operands(SyntaxNode old, SyntaxNode replacement)
    {
        List<ExpressionSyntax> free = replacement.DescendantNodesAndSelf().OfType<ExpressionSyntax>().ToList();
        var pairs = new List<(SyntaxNode Old, SyntaxNode New)>();
        Pair(old);
        return pairs;

        void Pair(SyntaxNode node)
        {
            if (node is ExpressionSyntax expression && node != old && scene.Model.GetSymbolInfo(expression).Symbol is not INamespaceOrTypeSymbol
                && free.Find(candidate => SyntaxFactory.AreEquivalent(candidate, expression)) is { } found)
            {
                pairs.Add((node, found));
                free.RemoveAll(candidate => found.Span.Contains(candidate.Span));
                return;
            }

            foreach (SyntaxNode child in node.ChildNodes())
            {
                Pair(child);
            }
        }
    }

    // What stands before the first token and after the last stays anyway, unless all of it goes.
    private static IEnumerable<SyntaxTrivia> Inside(Change change) => change.Replacement is null
        ? change.Target.DescendantTrivia()
        : change.Target.DescendantTrivia().Where(trivia => change.Target.Span.Contains(trivia.Span));

    private static bool KeepsVerbatim(SyntaxNode? replacement, SyntaxTrivia directive) =>
        replacement is not null && replacement.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.ToString() == directive.ToString());

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
}
