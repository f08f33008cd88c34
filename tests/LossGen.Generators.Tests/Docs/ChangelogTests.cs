using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace LossGen.Generators.Tests.Docs;

/// <summary>The versions that were cut: their numbers, and bullets that can be read at a glance.</summary>
public sealed class ChangelogTests
{
    private static readonly string Root =
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!;

    // Without what is not released yet.
    private static readonly string[] Versions =
        [.. Regex.Split(File.ReadAllText(Path.Combine(Root, "CHANGELOG.md")), @"^## ", RegexOptions.Multiline).Skip(2)];

    [Fact]
    public void The_newest_version_is_the_one_that_is_built()
    {
        string version = Regex.Match(File.ReadAllText(Path.Combine(Root, "Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value;
        Versions.ShouldNotBeEmpty();
        Versions[0].ShouldStartWith($"[{version}] - ");
        foreach (string file in new[] { "README.md", "content/classifier/Classifier.csproj" })
        {
            File.ReadAllText(Path.Combine(Root, "src/LossGen.Templates", file)).ShouldContain(version, customMessage: file);
        }
    }

    [Fact]
    public void One_change_is_one_bullet_of_at_most_thirty_words()
    {
        string[] bullets = [.. Versions.SelectMany(version => Regex.Matches(version, @"^- (?<text>.*(\n  .*)*)", RegexOptions.Multiline))
            .Select(match => match.Groups["text"].Value)];
        bullets.Length.ShouldBeGreaterThan(50);
        bullets.Where(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > 30).ShouldBeEmpty();
    }
}
