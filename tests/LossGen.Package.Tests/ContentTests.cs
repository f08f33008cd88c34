using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using LossGen.Package.Tests.Running;
using LossGen.ProcessTesting;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests;

[Collection(PackageCollection.Name)]
public class ContentTests(PackedPackage package)
{
    [Fact]
    public void The_entries_are_the_expected_ones()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        string[] entries = archive.Entries.Select(entry => entry.FullName).Where(IsOurs).Order(StringComparer.Ordinal).ToArray();

        entries.ShouldBe(Resource.Read("Entries.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_readme_of_the_package_has_addresses_where_that_of_the_repository_has_paths()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
        string shown = reader.ReadToEnd();
        var links = Regex.Matches(shown, @"\]\((?<to>[^)]*)\)").Select(match => match.Groups["to"].Value).ToArray();
        links.ShouldEach(link => link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith('#'));
        links.ShouldContain("https://github.com/lossgen/lossgen/blob/main/docs/getting-started.md");
        links.ShouldContain("https://raw.githubusercontent.com/lossgen/lossgen/main/docs/performance.svg");

        // Nothing else is changed.
        Regex.Replace(shown, "https://(github.com/lossgen/lossgen/blob|raw.githubusercontent.com/lossgen/lossgen)/main/", string.Empty)
            .ShouldBe(File.ReadAllText(Path.Combine(Checkout.Root, "README.md")));
    }

    [Fact]
    public void The_icon_is_a_picture_of_128_by_128_and_the_project_has_an_address()
    {
        string nuspec = Text("LossGen.nuspec");
        nuspec.ShouldContain("<icon>icon.png</icon>");
        nuspec.ShouldContain("<projectUrl>https://github.com/lossgen/lossgen</projectUrl>");
        nuspec.ShouldContain("url=\"https://github.com/lossgen/lossgen\"");

        using ZipArchive archive = ZipFile.OpenRead(package.File);
        byte[] icon = Bytes(archive.GetEntry("icon.png")!);
        icon.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)).ShouldBe(128);
        BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)).ShouldBe(128);
    }

    [Fact]
    public void The_same_outputs_give_the_same_bytes() =>
        File.ReadAllBytes(package.Pack("again")).AsSpan().SequenceEqual(File.ReadAllBytes(package.File)).ShouldBeTrue();

    [Fact]
    public void It_is_needed_at_run_time_and_says_its_licence()
    {
        string nuspec = Text("LossGen.nuspec");

        nuspec.ShouldNotContain("developmentDependency");
        nuspec.ShouldContain("<license type=\"expression\">MIT</license>");
        nuspec.ShouldContain("<authors>The LossGen contributors</authors>");
        nuspec.ShouldContain("<readme>README.md</readme>");
        nuspec.ShouldNotContain("Microsoft.CodeAnalysis");
    }

    [Fact]
    public void No_assembly_knows_the_folder_it_was_built_in()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            byte[] bytes = Bytes(entry);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Checkout.Root)).ShouldBe(-1, entry.FullName);
            bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Checkout.Root)).ShouldBe(-1, entry.FullName);
        }
    }

    private static bool IsOurs(string entry) =>
        !entry.StartsWith("_rels/", StringComparison.Ordinal) && !entry.StartsWith("package/", StringComparison.Ordinal) && entry != "[Content_Types].xml";

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private string Text(string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        return Encoding.UTF8.GetString(Bytes(archive.GetEntry(entry)!));
    }
}
