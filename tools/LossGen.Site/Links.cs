using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig.Syntax.Inlines;

namespace LossGen.Site;

/// <summary>Turns links between Markdown files into links between pages, and finds those that lead nowhere.</summary>
/// <param name="scheme">How pages link to each other.</param>
/// <param name="pages">All pages, by their sources.</param>
internal sealed class Links(LinkScheme scheme, IReadOnlyDictionary<string, Page> pages)
{
    private const string Repository = "https://github.com/lossgen/lossgen/";

    // Any folder will do: only the way from one file to another counts.
    private const string Root = "/repository";

    private readonly List<string> dead = [];

    /// <summary>Files that are no pages and are shown by one.</summary>
    public SortedSet<string> Pictures { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Dead => dead;

    /// <summary>Changes the links of a page to those of the site.</summary>
    public void Rewrite(Page page)
    {
        foreach (LinkInline link in page.Links.Where(link => link.Url is { } url && !url.Contains("://", StringComparison.Ordinal)))
        {
            if (Resolve(page, link) is { } url)
            {
                link.Url = url;
            }
            else
            {
                dead.Add($"{page.Source}:{link.Line + 1}: the link '{link.Url}' leads nowhere");
            }
        }
    }

    private string? Resolve(Page page, LinkInline link)
    {
        string[] parts = link.Url!.Split('#', 2);
        string path = parts[0].Length == 0 ? page.Source : Below(Path.Combine(Path.GetDirectoryName(page.Source)!, parts[0]));
        string anchor = parts.Length > 1 ? "#" + parts[1] : string.Empty;
        if (pages.TryGetValue(path, out Page? target))
        {
            return parts.Length > 1 && !scheme.HasAnchor(target, parts[1]) ? null : scheme.ToPage(page, target) + anchor;
        }

        if (link.IsImage && scheme.HasFile(path))
        {
            Pictures.Add(path);
            return scheme.ToPicture(page, path);
        }

        // Sources are not part of the site.
        return scheme.HasFile(path) ? $"{Repository}blob/main/{path}"
            : scheme.HasFolder(path) ? $"{Repository}tree/main/{path}"
            : null;
    }

    /// <summary>A path without <c>..</c>, below the repository.</summary>
    private static string Below(string path) => Path.GetRelativePath(Root, Path.GetFullPath(Path.Combine(Root, path))).Replace('\\', '/');
}
