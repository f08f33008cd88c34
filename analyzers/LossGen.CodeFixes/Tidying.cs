using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes;

/// <summary>
/// Finishes a changed document the way an editor does: imports, simplifies and formats it. But each line with a directive stays where it
/// is, as the formatter would move an indented <c>#pragma</c> to the first column.
/// </summary>
internal static class Tidying
{
    private static readonly SyntaxAnnotation Place = new();

    public static async Task<Document> Of(Document document, CancellationToken cancellation)
    {
        Document changed = document;
        foreach (SyntaxAnnotation imported in new[] { Calls.Imported, Simplifier.AddImportsAnnotation })
        {
            changed = await ImportAdder.AddImportsAsync(changed, imported, cancellationToken: cancellation).ConfigureAwait(false);
        }

        changed = await Simplifier.ReduceAsync(changed, Simplifier.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
        Document formatted = changed;
        foreach (SyntaxAnnotation fresh in new[] { Formatter.Annotation, SyntaxAnnotation.ElasticAnnotation })
        {
            formatted = await Formatter.FormatAsync(formatted, fresh, cancellationToken: cancellation).ConfigureAwait(false);
        }

        SyntaxNode before = (await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SyntaxNode after = (await formatted.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SourceText text = await changed.GetTextAsync(cancellation).ConfigureAwait(false);

        // Read anew, the document has no annotations that would have it formatted again.
        SourceText tidied = text.WithChanges(Differences(before, after));
        var options = (CSharpParseOptions)before.SyntaxTree.Options;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(tidied, options, cancellationToken: cancellation);
        return changed.WithSyntaxRoot(await tree.GetRootAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>Writes the comments that were lifted out of expressions on lines before their statements.</summary>
    public static SyntaxNode WithLiftedComments(SyntaxNode root)
    {
        while (root.GetAnnotatedNodes(Comments.Lifted).FirstOrDefault() is { } node)
        {
            SyntaxAnnotation annotation = node.GetAnnotations(Comments.Lifted).First();
            SyntaxNode bare = node.WithoutAnnotations(annotation);
            root = root.ReplaceNode(node, bare.WithAdditionalAnnotations(Place));
            SyntaxToken first = FirstOfLine(root.GetAnnotatedNodes(Place).Single());
            root = root.ReplaceToken(first, first.WithLeadingTrivia(Above(first, annotation.Data!)));
            node = root.GetAnnotatedNodes(Place).Single();
            root = root.ReplaceNode(node, node.WithoutAnnotations(Place));
        }

        return root;
    }

    private static IEnumerable<SyntaxTrivia> Above(SyntaxToken first, string comments)
    {
        SyntaxTrivia[] old = first.LeadingTrivia.ToArray();
        bool isIndented = old.Length > 0 && old[old.Length - 1].IsKind(SyntaxKind.WhitespaceTrivia);
        IEnumerable<SyntaxTrivia> indent = isIndented ? [old[old.Length - 1]] : [];
        SyntaxTrivia end = first.SyntaxTree!.GetRoot().DescendantTrivia()
            .FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        end = end.RawKind == 0 ? SyntaxFactory.LineFeed : end;
        IEnumerable<SyntaxTrivia> result = isIndented ? old.Take(old.Length - 1) : old;
        foreach (string comment in comments.Split('\n'))
        {
            result = result.Concat(indent).Append(SyntaxFactory.Comment(comment)).Append(end);
        }

        return result.Concat(indent);
    }

    // The statement or member may stand behind another thing in its line.
    private static SyntaxToken FirstOfLine(SyntaxNode node)
    {
        SourceText text = node.SyntaxTree.GetText();
        SyntaxNode? place = node.AncestorsAndSelf().FirstOrDefault(ancestor =>
            ancestor is StatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax && IsFirst(ancestor.GetFirstToken()));
        return (place ?? node.SyntaxTree.GetRoot()).GetFirstToken(includeZeroWidth: true);

        bool IsFirst(SyntaxToken token)
        {
            TextLine line = text.Lines.GetLineFromPosition(token.SpanStart);
            return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, token.SpanStart)));
        }
    }

    // Formatting changes what is between tokens, and nothing else.
    private static IEnumerable<TextChange> Differences(SyntaxNode before, SyntaxNode after)
    {
        SyntaxToken[] old = before.DescendantTokens().ToArray();
        SyntaxToken[] now = after.DescendantTokens().ToArray();
        if (old.Length != now.Length)
        {
            yield break;
        }

        string was = before.ToFullString();
        string formatted = after.ToFullString();
        int from = 0;
        int to = 0;
        for (int i = 0; i < old.Length; i++)
        {
            string gap = was.Substring(from, old[i].SpanStart - from);
            string next = formatted.Substring(to, now[i].SpanStart - to);
            if (!string.Equals(gap, next, StringComparison.Ordinal) && !HasDirective(gap))
            {
                yield return new TextChange(new TextSpan(from, gap.Length), next);
            }

            from = old[i].Span.End;
            to = now[i].Span.End;
        }
    }

    private static bool HasDirective(string gap) =>
        Array.Exists(gap.Split('\n'), line => line.TrimStart().StartsWith("#", StringComparison.Ordinal));
}
