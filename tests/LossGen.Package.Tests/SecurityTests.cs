using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using LossGen.Package.Tests.Running;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests;

/// <summary>
/// The compiler components run with the rights of whoever builds, and the library with those of whoever runs. What they could do stands in the metadata of
/// the packed assemblies: a type or a native function that is not named there cannot be called, as none is looked up by its name either.
/// </summary>
[Collection(PackageCollection.Name)]
public class SecurityTests(PackedPackage package)
{
    private static readonly string[] Reaching =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.StreamWriter",
        "System.Diagnostics.Process", "System.Net.", "System.Environment", "Microsoft.Win32.", "System.Reflection.Emit.",
        "System.Runtime.InteropServices.NativeLibrary", "System.AppDomain", "System.Runtime.Loader.", "System.Activator",
    ];

    public static TheoryData<string, int> Assemblies => new()
    {
        { "analyzers/dotnet/cs/LossGen.Generators.dll", 50 },
        { "analyzers/dotnet/cs/LossGen.Analyzers.dll", 50 },
        { "analyzers/dotnet/cs/LossGen.CodeFixes.dll", 50 },
        { "lib/net10.0/LossGen.dll", 30 },
        { "lib/netstandard2.0/LossGen.dll", 10 },
    };

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_assembly_names_files_processes_the_network_or_native_code(string entry, int atLeast)
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var content = new MemoryStream();
        using (var compressed = archive.GetEntry(entry).ShouldNotBeNull().Open())
        {
            compressed.CopyTo(content);
        }

        content.Position = 0;
        using var image = new PEReader(content);
        var metadata = image.GetMetadataReader();
        string[] types = [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name))];
        types.Length.ShouldBeGreaterThan(atLeast);
        types.Where(type => Reaching.Any(reaching => reaching.EndsWith('.') ? type.StartsWith(reaching, StringComparison.Ordinal) : type == reaching))
            .Except(OfTheEnvironment(metadata))
            .ShouldBeEmpty();
        metadata.MethodDefinitions.Count(handle => !metadata.GetMethodDefinition(handle).GetImport().Module.IsNil).ShouldBe(0);
    }

    [Fact]
    public void Nothing_of_the_package_runs_when_it_is_installed_or_a_project_is_built()
    {
        using var archive = ZipFile.OpenRead(package.File);
        string[] entries = [.. archive.Entries.Select(entry => entry.FullName)];
        entries.ShouldNotBeEmpty();
        entries.Where(entry => entry.StartsWith("tools/", StringComparison.OrdinalIgnoreCase) || Path.GetExtension(entry) is ".ps1" or ".sh" or ".cmd" or ".bat" or ".exe").ShouldBeEmpty();

        // The files that a build imports set properties and items. A target could run a program; the only task here says what is wrong.
        string[] imported = [.. entries.Where(entry => Path.GetExtension(entry) is ".targets" or ".props")];
        imported.ShouldNotBeEmpty();
        foreach (string entry in imported)
        {
            using var stream = archive.GetEntry(entry)!.Open();
            var document = XDocument.Load(stream);
            document.Descendants().Select(element => element.Name.LocalName).Intersect(["UsingTask", "Import", "Sdk"]).ShouldBeEmpty(entry);
            document.Descendants().Where(element => element.Name.LocalName == "Target").SelectMany(target => target.Elements()).Select(task => task.Name.LocalName)
                .Except(["Error"]).ShouldBeEmpty(entry);
            document.Descendants().Count().ShouldBeGreaterThan(1);
        }
    }

    [Fact]
    public void The_library_for_net10_depends_on_nothing()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var stream = archive.GetEntry("LossGen.nuspec")!.Open();
        var groups = XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == "group").ToList();
        groups.Single(group => group.Attribute("targetFramework")!.Value == "net10.0").Elements().ShouldBeEmpty();
        groups.Single(group => group.Attribute("targetFramework")!.Value == ".NETStandard2.0").Elements().Select(element => element.Attribute("id")!.Value).ShouldBe(["System.Memory"]);
    }

    /// <summary>Of the environment, iterators that the compiler writes take the thread's number, and the library the number of processors.</summary>
    private static IEnumerable<string> OfTheEnvironment(MetadataReader metadata)
    {
        string[] members =
        [
            .. metadata.MemberReferences.Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == "Environment")
                .Select(member => metadata.GetString(member.Name)),
        ];
        members.Except(["get_CurrentManagedThreadId", "get_ProcessorCount"]).ShouldBeEmpty();
        return members.Length > 0 ? ["System.Environment"] : [];
    }
}
