using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LossGen.Playground.Analysis;

/// <summary>The reference assemblies that the build embeds for the compiler: the browser has no others.</summary>
internal static class ProgramReferences
{
    private const string Prefix = "references/";

    private static readonly Lazy<ImmutableArray<MetadataReference>> Embedded = new(Read);

    public static ImmutableArray<MetadataReference> All => Embedded.Value;

    private static ImmutableArray<MetadataReference> Read()
    {
        Assembly assembly = typeof(ProgramReferences).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name =>
            {
                using Stream stream = assembly.GetManifestResourceStream(name)!;
                return MetadataReference.CreateFromStream(stream, filePath: name[Prefix.Length..] + ".dll");
            }),
        ];
    }
}
