using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;
using Xunit;

namespace LossGen.Package.Tests.Running;

/// <summary>
/// The package, packed once from what was built, in a feed of its own, and a folder outside the repository for projects that use it.
/// Nothing is written into the outputs: other test assemblies are running from them.
/// </summary>
public sealed class PackedPackage : IDisposable
{
    public PackedPackage()
    {
        Directory.CreateDirectory(Feed);
        File = Pack("feed");

        // A fence: no props of a folder above may reach in.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="lossgen-under-test" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("lossgen-package-").FullName;

    public string Feed => Path.Combine(Root, "feed");

    /// <summary>The package file.</summary>
    public string File { get; }

    public string Version => Path.GetFileNameWithoutExtension(File)["LossGen.".Length..];

    /// <summary>A cache of packages of its own, so that no package of an earlier run is ever taken.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["NUGET_PACKAGES"] = Path.Combine(Root, "packages"),
    };

    /// <summary>Packs into a folder below <see cref="Root"/> and returns the one package that is then there.</summary>
    public string Pack(string folder)
    {
        string output = Path.Combine(Root, folder);
        Dotnet.Build(
            Checkout.Root,
            new Dictionary<string, string>(StringComparer.Ordinal),
            "pack",
            "src/LossGen/LossGen.csproj",
            "-c",
            Checkout.Configuration,
            "--no-build",
            "-o",
            output,
            $"-p:NuspecOutputPath={Path.Combine(Root, folder + "-nuspec")}{Path.DirectorySeparatorChar}").ShouldSucceed();
        return Directory.GetFiles(output).Single();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(Root, name), text);
}

/// <summary>One package for all tests, which run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}
