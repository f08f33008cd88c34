using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>
/// The half of a partial method that this generator wrote. An analyzer sees it, the generator never does: to both it counts as absent, so
/// that both read the same declaration.
/// </summary>
internal static class GeneratedHalf
{
    /// <summary>Whether the method has a second half, and a user wrote it.</summary>
    public static bool IsWrittenByUser(IMethodSymbol method) =>
        method.PartialImplementationPart is { } half && !half.DeclaringSyntaxReferences.All(place => IsOurs(method, place.SyntaxTree.FilePath));

    /// <summary>Whether a user wrote both halves, of which this is the one with the body.</summary>
    public static bool IsSecondOfUser(IMethodSymbol method) =>
        method.PartialDefinitionPart is { } half && !half.DeclaringSyntaxReferences.All(place => IsOurs(method, place.SyntaxTree.FilePath));

    private static bool IsOurs(IMethodSymbol method, string path) =>
        path.Contains(typeof(KernelGenerator).FullName!) && string.Equals(Path.GetFileName(path), HintName.Of(method), StringComparison.Ordinal);
}
