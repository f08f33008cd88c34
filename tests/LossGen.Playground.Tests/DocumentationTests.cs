using System.Linq;
using System.Text.RegularExpressions;
using LossGen.Playground.Documents;
using Shouldly;
using Xunit;

namespace LossGen.Playground.Tests;

public sealed partial class DocumentationTests
{
    public static TheoryData<string> Sources => new(Library.Pages.Keys);

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_links_of_a_page_lead_to_pages_of_the_app_or_out_of_it(string source)
    {
        string html = Documentation.Html(source).ShouldNotBeNull();
        foreach (string link in Link().Matches(html).Select(match => match.Groups["to"].Value))
        {
            bool isOutside = link.StartsWith("https://", System.StringComparison.Ordinal);
            bool isPage = link.StartsWith("?page=", System.StringComparison.Ordinal) && Library.Pages.ContainsKey(link["?page=".Length..].Split('#')[0]);
            (isOutside || isPage).ShouldBeTrue(link);
        }
    }

    [Fact]
    public void The_menu_has_titles()
    {
        var pages = Documentation.Menu.SelectMany(section => section.Pages).ToList();
        pages.Count.ShouldBeGreaterThan(15);
        pages.ShouldContain(("docs/getting-started.md", "Getting started"));
    }

    [Fact]
    public void The_hover_says_what_is_wrong_and_what_to_write_without_links_that_lead_nowhere()
    {
        string text = Documentation.Summary("LG1001").ShouldNotBeNull();
        text.ShouldStartWith("### LG1001 Logarithm of a softmax");
        text.ShouldContain("**Instead**");
        text.ShouldNotContain("Not reported");
        text.ShouldNotContain("](LG");
        Documentation.Summary("CS0029").ShouldBeNull();
    }

    [Fact]
    public void A_search_finds_headings_first_and_all_words()
    {
        Search.For("LG1001").First().Source.ShouldBe("docs/rules/LG1001.md");
        Search.For("half precision").First().Source.ShouldBe("docs/half-precision.md");
        Search.For("softmax zzzzqqq").ShouldBeEmpty();
        Search.For(" ").ShouldBeEmpty();
    }

    [Fact]
    public void A_found_heading_is_one_of_its_page()
    {
        Hit hit = Search.For("apply the fix").First(found => found.Anchor.Length > 0);
        Documentation.Html(hit.Source).ShouldNotBeNull().ShouldContain($"id=\"{hit.Anchor}\"");
    }

    [GeneratedRegex("<a href=\"(?<to>[^\"]*)\"")]
    private static partial Regex Link();
}
