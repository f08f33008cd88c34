using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig.Syntax.Inlines;

namespace LossGen.Site;

/// <summary>Turns links between Markdown files into links between pages, and finds those that lead nowhere.</summary>
internal sealed class Links(string root, IReadOnlyDictionary<string, Page> pages)
{
    private const string Repository = "https://github.com/lossgen/lossgen/";

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
            return parts.Length > 1 && !target.Anchors.Contains(parts[1], StringComparer.Ordinal) ? null : To(page, target.Target) + anchor;
        }

        string full = Path.Combine(root, path);
        if (link.IsImage && File.Exists(full))
        {
            Pictures.Add(path);
            return To(page, path);
        }

        // Sources are not part of the site.
        return File.Exists(full) ? $"{Repository}blob/main/{path}"
            : Directory.Exists(full) ? $"{Repository}tree/main/{path}"
            : null;
    }

    /// <summary>A path without <c>..</c>, below the repository.</summary>
    private string Below(string path) => Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(root, path))).Replace('\\', '/');

    /// <summary>From one page to a file of the site: relative, so that the site can be opened from a disk.</summary>
    public static string To(Page from, string target) =>
        Path.GetRelativePath("/" + Path.GetDirectoryName(from.Target), "/" + target).Replace('\\', '/');
}
