using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LossGen.RoslynTesting;

/// <summary>Assemblies that test sources compile against.</summary>
public static class References
{
    private static readonly Lazy<ImmutableDictionary<string, string>> Trusted = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .ToImmutableDictionary(path => Path.GetFileNameWithoutExtension(path), path => path, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<ImmutableArray<MetadataReference>> FrameworkReferences = new(() =>
        Trusted.Value.Where(assembly => IsFramework(assembly.Key)).Select(assembly => Open(assembly.Value)).ToImmutableArray());

    /// <summary>The .NET the tests run on.</summary>
    public static ImmutableArray<MetadataReference> Framework => FrameworkReferences.Value;

    /// <summary>A further assembly that the test project refers to, such as a package.</summary>
    public static MetadataReference Named(string assembly) => Open(Trusted.Value[assembly]);

    /// <summary>The assemblies whose names start with a package's, as those of most packages do.</summary>
    public static ImmutableArray<MetadataReference> OfPackage(string package) =>
        [.. Trusted.Value.Where(assembly => IsOf(package, assembly.Key)).Select(assembly => Open(assembly.Value))];

    /// <summary>An assembly that the test project names in its metadata, without running it.</summary>
    public static MetadataReference NamedIn(Assembly tests, string assembly) =>
        Open(tests.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == assembly).Value!);

    /// <summary>The assembly of a type.</summary>
    public static MetadataReference Of(Type type) => Open(type.Assembly.Location);

    private static bool IsOf(string package, string assembly) =>
        assembly.StartsWith(package, StringComparison.OrdinalIgnoreCase) && (assembly.Length == package.Length || assembly[package.Length] == '.');

    private static MetadataReference Open(string path) => MetadataReference.CreateFromFile(path);

    // The list also holds the test's own dependencies; a test asks for those it wants.
    private static bool IsFramework(string name) =>
        name is "mscorlib" or "netstandard" or "System" or "System.Core"
        || (name.StartsWith("System.", StringComparison.Ordinal) && name != "System.Numerics.Tensors" && name != "System.CommandLine");
}
