using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Playground.Analysis;

/// <summary>What the compiler, the generator and the analyzers say about a program.</summary>
/// <param name="Text">The program.</param>
/// <param name="Findings">What is wrong with it, in the order of the text.</param>
/// <param name="Files">The kernels' files.</param>
public sealed record Report(string Text, ImmutableArray<Finding> Findings, ImmutableArray<GeneratedFile> Files)
{
    /// <summary>Nothing yet.</summary>
    public static Report Empty { get; } = new(string.Empty, [], []);

    /// <summary>The program as the fixes see it: what the user wrote.</summary>
    internal Document? Document { get; init; }

    /// <summary>The program with the generated files.</summary>
    internal Compilation? Compilation { get; init; }
}
