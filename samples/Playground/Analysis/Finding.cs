using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Playground.Analysis;

/// <summary>A diagnostic with its place in the editor: lines and columns count from 1, and the end is behind the last character.</summary>
/// <param name="Id">The rule, or the compiler's number.</param>
/// <param name="Severity">Error, Warning or Info.</param>
/// <param name="Message">The message in English.</param>
public sealed record Finding(string Id, string Severity, string Message, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Whether a page of the documentation explains it.</summary>
    public bool IsRule => Id.StartsWith("LG", System.StringComparison.Ordinal);

    internal Diagnostic? Source { get; init; }

    internal static Finding Of(Diagnostic diagnostic)
    {
        LinePositionSpan span = diagnostic.Location.GetLineSpan().Span;
        return new Finding(
            diagnostic.Id,
            diagnostic.Severity.ToString(),
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            span.Start.Line + 1,
            span.Start.Character + 1,
            span.End.Line + 1,
            span.End.Character + 1) { Source = diagnostic };
    }
}
