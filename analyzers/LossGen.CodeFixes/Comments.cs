using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>
/// Keeps the comments of what an edit replaces. One between signs stays beside the operand it stood at; one up to the end of a line gets
/// a line of its own before the statement.
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

            changes.Add(change with { Replacement = new CommentPlaces(scene, change).With(lost) });
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

        changes[home] = changes[home] with { Replacement = CommentPlaces.Lift(changes[home].Replacement!, homeless) };
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

    // What stands before the first token and after the last stays anyway, unless all of it goes.
    private static IEnumerable<SyntaxTrivia> Inside(Change change) => change.Replacement is null
        ? change.Target.DescendantTrivia()
        : change.Target.DescendantTrivia().Where(trivia => change.Target.Span.Contains(trivia.Span));

    private static bool KeepsVerbatim(SyntaxNode? replacement, SyntaxTrivia directive) => replacement is not null
        && replacement.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.ToString() == directive.ToString());

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind()
        is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
}
