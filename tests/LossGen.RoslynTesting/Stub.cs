using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;

namespace LossGen.RoslynTesting;

/// <summary>Libraries as source, with the real namespaces, types and signatures.</summary>
public static class Stub
{
    /// <summary>TorchSharp 0.107.</summary>
    public static ImmutableArray<string> TorchSharp { get; } = Read("TorchSharp");

    /// <summary>TensorFlow.NET of January 2025, and its Keras.</summary>
    public static ImmutableArray<string> TensorFlow { get; } = Read("TensorFlow");

    /// <summary>NumSharp 0.30.</summary>
    public static ImmutableArray<string> NumSharp { get; } = Read("NumSharp");

    private static ImmutableArray<string> Read(string library)
    {
        Assembly assembly = typeof(Stub).Assembly;
        IEnumerable<string> files = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Stubs/" + library + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return files.Select(name =>
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }).ToImmutableArray();
    }
}
