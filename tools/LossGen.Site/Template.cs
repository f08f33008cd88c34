using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace LossGen.Site;

/// <summary>What stands around the text of a page: its head, and the list of pages.</summary>
internal static class Template
{
    // System colours: dark or light as the reader's system is.
    private const string Style = """
        :root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --shade: light-dark(#f6f8fa, #151b23); }
        body { margin: 0; font: 16px/1.55 system-ui, sans-serif; display: grid; grid-template-columns: 15rem minmax(0, 1fr); }
        nav { padding: 1rem; border-right: 1px solid var(--line); min-height: 100vh; box-sizing: border-box; }
        nav h2 { font-size: .8rem; margin: 1.2rem 0 .2rem; text-transform: uppercase; letter-spacing: .05em; }
        nav ul { list-style: none; margin: 0; padding: 0; }
        nav a { text-decoration: none; }
        nav a[aria-current] { font-weight: 700; }
        main { padding: 1rem 2rem 4rem; max-width: 62rem; }
        pre { background: var(--shade); border: 1px solid var(--line); border-radius: 6px; padding: .8rem; overflow-x: auto; }
        code { font: .875em/1.45 ui-monospace, monospace; background: var(--shade); }
        blockquote { margin: 1rem 0; padding: 0 1rem; border-left: 4px solid var(--line); }
        table { border-collapse: collapse; display: block; overflow-x: auto; }
        th, td { border: 1px solid var(--line); padding: .3rem .7rem; text-align: left; vertical-align: top; }
        img { max-width: 100%; }
        @media (max-width: 50rem) { body { grid-template-columns: minmax(0, 1fr); } nav { min-height: 0; border: 0; } main { padding: 1rem; } }
        """;

    public static string Around(Page page, string body, IReadOnlyDictionary<string, Page> pages) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{WebUtility.HtmlEncode(page.Title)}{(page.Source == "README.md" ? string.Empty : " · LossGen")}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <nav aria-label="Pages">
        {string.Concat(Menu.Sections.Select(section => Section(page, section.Title, section.Pages, pages)))}</nav>
        <main>
        {body}</main>
        </body>
        </html>

        """;

    private static string Section(Page page, string title, string[] sources, IReadOnlyDictionary<string, Page> pages) =>
        $"<h2>{title}</h2>\n<ul>\n{string.Concat(sources.Select(source => Item(page, pages[source])))}</ul>\n";

    private static string Item(Page page, Page target)
    {
        string current = page.Source.Equals(target.Source, StringComparison.Ordinal) ? " aria-current=\"page\"" : string.Empty;
        return $"<li><a href=\"{DiskLinks.To(page, target.Target)}\"{current}>{WebUtility.HtmlEncode(target.Title)}</a></li>\n";
    }
}
