using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LossGen.ProcessTesting;

namespace LossGen.Platforms.Tests;

/// <summary>
/// The program, published from a project outside the checkout: it refers to the assemblies that the tests' own build has built, so that nothing is compiled
/// again and nothing changes under other tests.
/// </summary>
internal sealed class PublishedProgram : IDisposable
{
    private const string Name = "LossGen.Platforms.Program";

    private PublishedProgram(string folder) => Folder = folder;

    public string Folder { get; }

    public string Executable => Path.Combine(Folder, "out", Name + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));

    /// <param name="rid">The platform.</param>
    /// <param name="properties">How it is published, as properties of MSBuild.</param>
    public static PublishedProgram For(string rid, params string[] properties)
    {
        string folder = Directory.CreateTempSubdirectory("lossgen-platform-").FullName;
        string built = Path.Combine(Checkout.Root, "tests", Name, "bin", Checkout.Configuration, "net10.0");
        string source = Path.Combine(Checkout.Root, "tests", Name, "Program.cs");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, Name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TieredPGO>false</TieredPGO>
                <TieredCompilationQuickJitForLoops>false</TieredCompilationQuickJitForLoops>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <SelfContained>true</SelfContained>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="{source}" />
                {string.Concat(((string[])["LossGen.Platforms", "LossGen.Oracle", "LossGen"]).Select(name => $"""<Reference Include="{Path.Combine(built, name + ".dll")}" />"""))}
              </ItemGroup>
            </Project>
            """);
        // The compiler of native code takes minutes for so many kernels.
        Dotnet.Run(
            Dotnet.Host,
            folder,
            TimeSpan.FromMinutes(15),
            new Dictionary<string, string>(StringComparer.Ordinal),
            ["publish", "-c", "Release", "-r", rid, "-o", Path.Combine(folder, "out"), "-nodeReuse:false", "-p:UseSharedCompilation=false", .. properties]).ShouldSucceed();
        return new PublishedProgram(folder);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
