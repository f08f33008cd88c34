using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Finds the place of a comment in a replacement: beside the operand it stood at.</summary>
internal sealed class CommentPlaces(FixScene scene, Change change)
{
    /// <summary>A node whose statement is to get comments above it.</summary>
    public static SyntaxNode Lift(SyntaxNode node, IEnumerable<SyntaxTrivia> comments)
    {
        string lines = string.Join("\n", comments.Select(comment => comment.ToString()));
        return lines.Length == 0 ? node : node.WithAdditionalAnnotations(new SyntaxAnnotation(Comments.Lifted, lines));
    }

    /// <summary>The replacement with comments that it lacks.</summary>
    public SyntaxNode With(List<SyntaxTrivia> lost)
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
            if (before is null || operands.Exists(pair => pair.New == after && StandsRightBefore(pair.Old.GetFirstToken(), comment)))
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
                    bool isOpening = previous.IsKind(SyntaxKind.OpenParenToken);
                    Add(trailing, previous, isOpening ? [comment, SyntaxFactory.Space] : [SyntaxFactory.Space, comment, SyntaxFactory.Space]);
                }
            }
            else
            {
                Add(trailing, before.GetLastToken(), SyntaxFactory.Space, comment);
            }
        }

        SyntaxNode commented = replacement.ReplaceTokens(leading.Keys.Concat(trailing.Keys).Distinct(), (token, _) => token
            .WithLeadingTrivia(token.LeadingTrivia.AddRange(At(leading, token)))
            .WithTrailingTrivia(token.TrailingTrivia.InsertRange(0, At(trailing, token))));
        return Lift(commented, lost.Where(trivia => !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)));
    }

    private static bool StandsRightBefore(SyntaxToken token, SyntaxTrivia comment) =>
        token.LeadingTrivia.Contains(comment) || token.GetPreviousToken().TrailingTrivia.Contains(comment);

    private static IEnumerable<SyntaxTrivia> At(Dictionary<SyntaxToken, List<SyntaxTrivia>> all, SyntaxToken token) =>
        all.TryGetValue(token, out List<SyntaxTrivia>? list) ? list : [];

    private static void Add(Dictionary<SyntaxToken, List<SyntaxTrivia>> at, SyntaxToken token, params SyntaxTrivia[] trivia)
    {
        if (!at.TryGetValue(token, out List<SyntaxTrivia>? list))
        {
            at.Add(token, list = []);
        }

        list.AddRange(trivia);
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
            if (node is ExpressionSyntax expression && node != old
                && scene.Model.GetSymbolInfo(expression).Symbol is not INamespaceOrTypeSymbol
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
}
