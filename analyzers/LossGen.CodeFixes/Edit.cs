using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes;

/// <summary>One node that is replaced, or removed where there is no replacement.</summary>
/// <param name="Target">The node.</param>
/// <param name="Replacement">What takes its place, and its trivia.</param>
internal sealed record Change(SyntaxNode Target, SyntaxNode? Replacement)
{
    /// <summary>Whether the node stays, and the other follows it.</summary>
    public bool Follows { get; init; }

    /// <summary>Whether the node stays, and the other stands before it.</summary>
    public bool Precedes { get; init; }
}

/// <summary>What a fix does.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Changes">The changes, none inside another.</param>
internal sealed record Edit(string Title, ImmutableArray<Change> Changes)
{
    /// <summary>Whether statements are replaced whose every part the plan has accounted for.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The variable that holds log-probabilities once the edit is made, where its name may say otherwise.</summary>
    public ISymbol? Holder { get; init; }

    public static Edit Replace(string title, SyntaxNode target, SyntaxNode replacement) =>
        new(title, ImmutableArray.Create(new Change(WithParentheses(target, replacement), replacement)));

    /// <summary>(Math.Exp(x) - 1) / x: a call needs no parentheses, and neither does a name.</summary>
    public static SyntaxNode WithParentheses(SyntaxNode target, SyntaxNode replacement)
    {
        while (target.Parent is ParenthesizedExpressionSyntax parenthesized
            && (replacement is InvocationExpressionSyntax || (replacement is IdentifierNameSyntax && parenthesized.Parent is not CastExpressionSyntax)))
        {
            target = parenthesized;
        }

        return target;
    }

    public bool Overlaps(Edit other)
    {
        foreach (Change change in Changes)
        {
            foreach (Change another in other.Changes)
            {
                TextSpan span = change.Target.Span;
                if (span.IntersectsWith(another.Target.Span))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
