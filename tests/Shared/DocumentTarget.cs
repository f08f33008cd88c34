using System.Collections.Immutable;
using LossGen.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.DocumentTesting;

/// <summary>What the programs of a page are compiled for.</summary>
/// <param name="Version">The language.</param>
/// <param name="References">The framework, LossGen and the packages that the page installs.</param>
/// <param name="Library">The LossGen that the program runs with, if it is not that of the tests.</param>
internal sealed record DocumentTarget(LanguageVersion Version, ImmutableArray<MetadataReference> References, string? Library = null)
{
    public static DocumentTarget Net(ImmutableArray<MetadataReference> packages) => new(
        LanguageVersion.CSharp13,
        [.. RoslynTesting.References.Framework, RoslynTesting.References.Of(typeof(CrossEntropyAttribute)), .. packages]);
}
