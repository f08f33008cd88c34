using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using LossGen.Site;
using Markdig;

namespace LossGen.Playground.Documents;

/// <summary>The documentation, page by page.</summary>
internal static partial class Documentation
{
    private const int HoverLength = 1600;

    private static readonly Dictionary<string, Page> Pages =
        Library.Pages.ToDictionary(page => page.Key, page => Page.Parse(page.Key, page.Value), StringComparer.Ordinal);

    /// <summary>The page that explains a rule.</summary>
    public static string SourceOf(string id) => $"docs/rules/{id}.md";

    /// <summary>The sections of the menu with the pages' sources and titles.</summary>
    public static IEnumerable<(string Title, (string Source, string Title)[] Pages)> Menu =>
        Site.Menu.Sections.Select(section => (section.Title, section.Pages.Select(source => (source, TitleOf(source))).ToArray()));

    /// <summary>A page as HTML, or nothing where there is none.</summary>
    public static string? Html(string source)
    {
        if (!Pages.TryGetValue(source, out _))
        {
            return null;
        }

        // Links are rewritten in a copy: a page that is shown twice has them rewritten once.
        var page = Page.Parse(source, Library.Pages[source]);
        new Links(new AppLinks(), Pages).Rewrite(page);
        return page.Markdown.ToHtml(Page.Pipeline);
    }

    /// <summary>The beginning of a rule's page for a small window: what is wrong and what to write, without links to other pages.</summary>
    public static string? Summary(string id)
    {
        if (!Library.Pages.TryGetValue(SourceOf(id), out string? text))
        {
            return null;
        }

        int end = text.IndexOf("\n**Not reported", StringComparison.Ordinal);
        string part = Table().Replace(end < 0 ? text : text[..end], string.Empty).Replace("# ", "### ", StringComparison.Ordinal);
        return RelativeLink().Replace(part.Length > HoverLength ? part[..part.LastIndexOf('\n', HoverLength)] : part, "${text}");
    }

    /// <summary>The first heading of a page, without its marks.</summary>
    public static string TitleOf(string source) =>
        Library.Pages[source].Split('\n').First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..]
            .Replace("`", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex(@"^\|.*\n", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\((?!https?:)[^)]*\)")]
    private static partial Regex RelativeLink();
}
