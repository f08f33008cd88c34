using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using LossGen.Site;
using Shouldly;
using Xunit;

namespace LossGen.Samples.Tests.Site;

/// <summary>The documentation as HTML: whole, without dead links, and readable from a disk.</summary>
public sealed partial class DocumentationSiteTests : IDisposable
{
    private static readonly string Root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepoRoot").Value!;

    private readonly string folder = Directory.CreateTempSubdirectory("lossgen-site-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_link_leads_to_a_file_of_the_site_and_to_a_heading_there()
    {
        Dictionary<string, string> pages = Site();
        pages.Count.ShouldBeGreaterThan(100);

        var dead = new List<string>();
        foreach ((string page, string html) in pages)
        {
            foreach (string link in LinksOf(html).Where(link => !link.StartsWith("https://", StringComparison.Ordinal)))
            {
                string[] parts = link.Split('#', 2);
                string target = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]));
                if (!File.Exists(target) || (parts.Length > 1 && !pages[target].Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal)))
                {
                    dead.Add($"{page}: {link}");
                }
            }
        }

        dead.ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_can_be_reached_from_the_first_one()
    {
        Dictionary<string, string> pages = Site();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>([Path.Combine(folder, "index.html")]);
        while (next.TryDequeue(out string? page))
        {
            if (pages.TryGetValue(page, out string? html) && reached.Add(page))
            {
                foreach (string link in LinksOf(html).Where(link => !link.Contains("://", StringComparison.Ordinal)))
                {
                    next.Enqueue(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0])));
                }
            }
        }

        pages.Keys.Except(reached, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_needs_no_server_no_script_and_nothing_from_elsewhere()
    {
        foreach (string html in Site().Values)
        {
            html.ShouldNotContain("<script");
            html.ShouldNotContain("<link");
            html.ShouldNotContain("src=\"http");
            html.ShouldContain("color-scheme: light dark");
            FirstHeading().Count(html).ShouldBe(1);
        }
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_named_with_its_line_and_nothing_is_written()
    {
        string root = Directory.CreateDirectory(Path.Combine(folder, "root")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "docs"));
        File.WriteAllText(Path.Combine(root, "README.md"), "# A\n\n[b](docs/b.md#c-and-d)\n");
        File.WriteAllText(Path.Combine(root, "CHANGELOG.md"), "# B\n");
        File.WriteAllText(Path.Combine(root, "CONTRIBUTING.md"), "# C\n");
        File.WriteAllText(Path.Combine(root, "docs", "b.md"), "# B\n\n## C and D\n\nto [a](../README.md#b),\n[c](c.md) and ![d](d.png)\n");

        string site = Path.Combine(folder, "site");
        var problem = Should.Throw<DeadLinkException>(() => DocumentationSite.Write(root, site));

        problem.Message.Split('\n').ShouldBe(
        [
            "docs/b.md:5: the link '../README.md#b' leads nowhere",
            "docs/b.md:6: the link 'c.md' leads nowhere",
            "docs/b.md:6: the link 'd.png' leads nowhere",
        ]);
        Directory.Exists(site).ShouldBeFalse();
    }

    private Dictionary<string, string> Site()
    {
        DocumentationSite.Write(Root, folder);
        return Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText, StringComparer.Ordinal);
    }

    private static IEnumerable<string> LinksOf(string html) => Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value));

    [GeneratedRegex("(?:href|src)=\"(?<to>[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex FirstHeading();
}
