using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generators.Reading;

/// <summary>What matters of the project a kernel is compiled in.</summary>
/// <param name="HasVectorMath">Whether the runtime library's net10.0 build is referenced.</param>
/// <param name="HasFileTypes">Whether the language version has file-local types (C# 11).</param>
internal sealed record CompilationFacts(bool HasVectorMath, bool HasFileTypes)
{
    /// <summary>A project in which every kernel can be written.</summary>
    public static CompilationFacts Ideal { get; } = new(HasVectorMath: true, HasFileTypes: true);

    /// <summary>The one diagnostic that says why there can be no kernel here. A newer framework brings a newer language along.</summary>
    public string? Problem => !HasVectorMath ? RuleIds.FrameworkWithoutVectors : !HasFileTypes ? RuleIds.LanguageVersion : null;

    public static CompilationFacts Of(Compilation compilation) => new(
        compilation.GetTypeByMetadataName("LossGen.Numerics.VectorMath") is not null,
        compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp11 });

    /// <summary>Whether the language has partial methods that return something (C# 9).</summary>
    public static bool HasExtendedPartialsIn(SyntaxTree tree) => tree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 };
}
