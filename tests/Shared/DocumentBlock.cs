using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace LossGen.DocumentTesting;

/// <summary>A C# block of the README or of a page in docs. Rule pages have tests of their own.</summary>
/// <param name="Page">The page's path in the repository.</param>
/// <param name="Line">The number of the block's first line of code.</param>
/// <param name="Code">The lines between the fences.</param>
/// <param name="NotCompiled">Why the block is no code to compile: the text of the comment in the line before it, or nothing.</param>
/// <param name="Prints">What the program prints, if the next block of its section is a text.</param>
internal sealed record DocumentBlock(string Page, int Line, string Code, string? NotCompiled, string? Prints)
{
    private const string Fence = "```";
    private const string Marker = "<!-- not compiled: ";

    private static readonly string Root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepoRoot").Value!;

    public static IReadOnlyList<DocumentBlock> All { get; } =
    [
        .. Read(Path.Combine(Root, "README.md")),
        .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Order(StringComparer.Ordinal).SelectMany(Read),
    ];

    /// <summary>The blocks of the recipes, which need the packages that their page installs.</summary>
    public static IReadOnlyList<DocumentBlock> Recipes { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "docs/recipes"), "*.md").Order(StringComparer.Ordinal).SelectMany(Read)];

    /// <summary>The page and the line, as an editor opens them.</summary>
    public string Place => $"{Page}:{Line}";

    /// <summary>The text of a page.</summary>
    public static string TextOf(string page) => File.ReadAllText(Path.Combine(Root, page));

    private static IEnumerable<DocumentBlock> Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        for (int open = 0; open < lines.Length; open++)
        {
            if (!lines[open].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            int close = Close(lines, open);
            if (lines[open] == Fence + "csharp")
            {
                string? reason = open > 0 ? Reason(lines[open - 1]) : null;
                string page = Path.GetRelativePath(Root, path);
                yield return new DocumentBlock(page, open + 2, Text(lines, open, close), reason, TextAfter(lines, close));
            }

            open = close;
        }
    }

    private static int Close(string[] lines, int open) => Array.IndexOf(lines, Fence, open + 1);

    private static string Text(string[] lines, int open, int close) => string.Concat(lines[(open + 1)..close].Select(line => line + "\n"));

    private static string? Reason(string line) =>
        line.StartsWith(Marker, StringComparison.Ordinal) ? line[Marker.Length..].TrimEnd('>', '-', ' ') : null;

    private static string? TextAfter(string[] lines, int close)
    {
        int open = Array.FindIndex(lines, close + 1, line => line.StartsWith(Fence, StringComparison.Ordinal) || line.StartsWith('#'));
        return open > 0 && lines[open] == Fence + "text" ? Text(lines, open, Close(lines, open)) : null;
    }
}
