using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace LossGen.Playground.Documents;

/// <summary>The texts that the build embeds: the documentation, and the samples that are examples here.</summary>
internal static class Library
{
    private const string PagePrefix = "pages/";
    private const string SamplePrefix = "samples/";

    private static readonly Assembly Own = typeof(Library).Assembly;

    /// <summary>The Markdown files, by their path in the repository.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } = Read(PagePrefix);

    /// <summary>Programs, by their file's name.</summary>
    public static IReadOnlyDictionary<string, string> Samples { get; } = Read(SamplePrefix);

    private static SortedDictionary<string, string> Read(string prefix) => new(
        Own.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[prefix.Length..].Replace('\\', '/'), TextOf, StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(Own.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
