using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generators.Reading;

/// <summary>What matters of the project a kernel is compiled in.</summary>
/// <param name="HasVectorMath">Whether the runtime library's net10.0 build is referenced.</param>
/// <param name="HasFileTypes">Whether the language version has file-local types (C# 11).</param>
internal sealed record CompilationFacts(bool HasVectorMath, bool HasFileTypes)
{
    public static CompilationFacts Of(Compilation compilation) => new(
        compilation.GetTypeByMetadataName("LossGen.Numerics.VectorMath") is not null,
        compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp11 });
}
