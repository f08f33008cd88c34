using System;
using System.Collections.Generic;
using System.Linq;
using Markdig.Helpers;

namespace LossGen.Playground.Documents;

/// <summary>A section of a page that was found.</summary>
/// <param name="Source">The page.</param>
/// <param name="Anchor">The heading's anchor; empty for the page's beginning.</param>
/// <param name="Title">The page's title and the heading.</param>
/// <param name="Excerpt">A line with one of the words.</param>
public sealed record Hit(string Source, string Anchor, string Title, string Excerpt);

/// <summary>Finds sections that hold all words of a question, those with the words in their headings first.</summary>
internal static class Search
{
    private const int Most = 25;
    private const int ExcerptLength = 160;

    private static readonly Lazy<Section[]> Sections = new(() => [.. Library.Pages.SelectMany(page => Split(page.Key, page.Value))]);

    public static IReadOnlyList<Hit> For(string question)
    {
        string[] words = question.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0 ? [] :
        [
            .. Sections.Value.Select(section => (Section: section, Score: section.Score(words)))
                .Where(found => found.Score > 0)
                .OrderByDescending(found => found.Score)
                .Take(Most)
                .Select(found => found.Section.Hit(words)),
        ];
    }

    private static IEnumerable<Section> Split(string source, string text)
    {
        string title = Documentation.TitleOf(source);
        string heading = title;
        var lines = new List<string>();
        bool isCode = false;
        foreach (string line in text.Split('\n'))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && line.StartsWith('#') && lines.Count > 0)
            {
                yield return new Section(source, title, heading, [.. lines]);
                lines.Clear();
                heading = line.TrimStart('#', ' ').Replace("`", string.Empty, StringComparison.Ordinal);
            }

            lines.Add(line);
        }

        yield return new Section(source, title, heading, [.. lines]);
    }

    private sealed record Section(string Source, string Title, string Heading, string[] Lines)
    {
        private readonly string lower = string.Join('\n', Lines).ToLowerInvariant();

        private bool IsFirst => Heading == Title;

        public int Score(string[] words)
        {
            int score = 0;
            if (!words.All(word => lower.Contains(word, StringComparison.Ordinal)))
            {
                return 0;
            }

            foreach (string word in words)
            {
                int headings = (Has(Heading, word) ? 8 : 0) + (IsFirst && Has(Title, word) ? 8 : 0);
                score += headings + Math.Min(5, Lines.Count(line => Has(line, word)));
            }

            return score;
        }

        public Hit Hit(string[] words)
        {
            string line = Lines.Skip(1).FirstOrDefault(candidate => words.Any(word => Has(candidate, word)))
                ?? Lines.Skip(1).FirstOrDefault(candidate => candidate.Length > 0) ?? string.Empty;
            line = line.Replace("`", string.Empty, StringComparison.Ordinal)
                .Replace("**", string.Empty, StringComparison.Ordinal).Trim('|', ' ');
            return new Hit(
                Source,
                IsFirst ? string.Empty : LinkHelper.UrilizeAsGfm(Heading),
                IsFirst ? Title : Title + " · " + Heading,
                line.Length > ExcerptLength ? line[..ExcerptLength] + "…" : line);
        }

        private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
