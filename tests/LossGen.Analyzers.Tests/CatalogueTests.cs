using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.Analyzers.Rules;
using LossGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Analyzers.Tests;

/// <summary>A rule is an analyzer file, a test file, a page and a release row; here they are counted.</summary>
public class CatalogueTests
{
    private static readonly string Root = typeof(CatalogueTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepoRoot").Value!;

    /// <summary>The folder of each range of ids.</summary>
    private static readonly Dictionary<string, string> Folders = new(StringComparer.Ordinal)
    {
        ["LG10"] = "Scalars",
        ["LG11"] = "Reductions",
        ["LG12"] = "Epsilons",
        ["LG20"] = "Losses",
        ["LG21"] = "Models",
        ["LG22"] = "Labels",
        ["LG30"] = "Libraries",
        ["LG40"] = "Kernels",
    };

    public static TheoryData<string> Rules => new(Catalog.All.Select(rule => rule.GetType().Name));

    private static Rule Find(string name) => Catalog.All.Single(rule => rule.GetType().Name == name);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_an_id_of_its_own_name(string name)
    {
        FieldInfo constant = typeof(RuleIds).GetField(name).ShouldNotBeNull();
        constant.GetRawConstantValue().ShouldBe(Find(name).Descriptor.Id);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_its_files(string name)
    {
        string id = Find(name).Descriptor.Id;
        File.Exists(Path.Combine(Root, "analyzers/LossGen.Analyzers/Rules", Folders[id[..4]], name + ".cs")).ShouldBeTrue();
        File.Exists(Path.Combine(Root, "tests/LossGen.Analyzers.Tests", name + "Tests.cs")).ShouldBeTrue();
        File.Exists(Path.Combine(Root, "docs/rules", id + ".md")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_fix_or_its_page_says_why_not(string name)
    {
        bool hasFix = new CureCodeFix().FixableDiagnosticIds.Contains(Find(name).Descriptor.Id);
        bool saysWhy = Page(name).Contains("There is no fix", StringComparison.Ordinal);
        (hasFix ^ saysWhy).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_has_its_parts(string name)
    {
        DiagnosticDescriptor descriptor = Find(name).Descriptor;
        string page = Page(name);
        page.ShouldStartWith("# " + descriptor.Id + " " + descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\n");
        page.ShouldContain(descriptor.Category + " | " + descriptor.DefaultSeverity);
        foreach (string part in new[] { "**Instead**", "**Suppress**", "**Known limits.**" })
        {
            page.ShouldContain(part);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_help_link_leads_to_the_page(string name)
    {
        string link = Find(name).Descriptor.HelpLinkUri;
        string path = link[(link.IndexOf("/main/", StringComparison.Ordinal) + "/main/".Length)..];
        File.Exists(Path.Combine(Root, path)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_release_row(string name)
    {
        DiagnosticDescriptor descriptor = Find(name).Descriptor;
        string rows = File.ReadAllText(Path.Combine(Root, "analyzers/LossGen.Analyzers/AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(Root, "analyzers/LossGen.Analyzers/AnalyzerReleases.Shipped.md"));
        rows.ShouldContain($"{descriptor.Id} | {descriptor.Category} | {(descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity : "Disabled")} | [{name}]");
    }

    [Fact]
    public void No_id_is_used_twice()
    {
        IEnumerable<string> ids = typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        ids.ShouldBeUnique();
        Catalog.All.Select(rule => rule.Descriptor.Id).ShouldBeUnique();
    }

    [Fact]
    public void Messages_end_without_a_full_stop_and_say_what_to_do()
    {
        foreach (Rule rule in Catalog.All)
        {
            string message = rule.Descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
            message.ShouldNotEndWith(".");
            message.ShouldContain(";");
        }
    }

    private static string Page(string name) => File.ReadAllText(Path.Combine(Root, "docs/rules", Find(name).Descriptor.Id + ".md"));
}
