using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Playground.Analysis;

/// <summary>What a code fix makes of the program.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Edits">The texts that change.</param>
public sealed record Fix(string Title, ImmutableArray<Edit> Edits)
{
    internal static Fix Of(string title, SourceText before, System.Collections.Generic.IEnumerable<TextChange> changes) =>
        new(title, [.. changes.Select(change => Edit.Of(before, change))]);
}

/// <summary>A place of the program, as the editor counts, and what stands there then.</summary>
public sealed record Edit(int Line, int Column, int EndLine, int EndColumn, string Text)
{
    internal static Edit Of(SourceText before, TextChange change)
    {
        LinePositionSpan span = before.Lines.GetLinePositionSpan(change.Span);
        (LinePosition start, LinePosition end) = (span.Start, span.End);
        return new Edit(start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1, change.NewText ?? string.Empty);
    }
}
