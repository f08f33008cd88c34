using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;

namespace LossGen.Site;

/// <summary>Writes README, changelog, contributing and all of docs as HTML that needs no server and no script.</summary>
public static class DocumentationSite
{
    /// <summary>Writes the site. What is in the folder already stays, if no page has its name.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="target">The folder to write to; made if it is not there.</param>
    /// <returns>The number of pages.</returns>
    /// <exception cref="DeadLinkException">A link leads nowhere; nothing is written.</exception>
    public static int Write(string root, string target)
    {
        var pages = Sources(root).Select(source => Page.Parse(source, File.ReadAllText(Path.Combine(root, source)))).ToDictionary(page => page.Source, StringComparer.Ordinal);
        var links = new Links(new DiskLinks(root), pages);
        foreach (Page page in pages.Values)
        {
            links.Rewrite(page);
        }

        if (links.Dead.Count > 0)
        {
            throw new DeadLinkException(links.Dead);
        }

        foreach (Page page in pages.Values)
        {
            string file = Prepare(target, page.Target);
            File.WriteAllText(file, Template.Around(page, page.Markdown.ToHtml(Page.Pipeline), pages));
        }

        foreach (string picture in links.Pictures)
        {
            File.Copy(Path.Combine(root, picture), Prepare(target, picture), overwrite: true);
        }

        return pages.Count;
    }

    private static IEnumerable<string> Sources(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Concat(["README.md", "CHANGELOG.md", "CONTRIBUTING.md"])
            .Order(StringComparer.Ordinal);

    private static string Prepare(string target, string file)
    {
        string full = Path.Combine(target, file);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }
}
