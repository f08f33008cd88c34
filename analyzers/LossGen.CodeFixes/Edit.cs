using Microsoft.CodeAnalysis;

namespace LossGen.CodeFixes;

/// <summary>One replacement.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Target">The node to replace.</param>
/// <param name="Replacement">What takes its place, and its trivia.</param>
internal sealed record Edit(string Title, SyntaxNode Target, SyntaxNode Replacement);
