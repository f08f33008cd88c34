using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using LossGen.ProcessTesting;

namespace LossGen.Kernels.Tests.Combinations;

/// <summary>Levels that the generator refuses together; the first is a loss's where the refusal depends on the loss.</summary>
/// <param name="Levels">Pairs of a factor and its level.</param>
internal sealed record Refused(IReadOnlyList<(int Factor, int Level)> Levels, string Id, string Reason)
{
    public string Key => Id + " " + string.Join(" × ", Levels.Select(Text));

    public static string Text((int Factor, int Level) choice) =>
        Choices.Factors[choice.Factor].Name + "=" + Choices.Factors[choice.Factor].Levels[choice.Level];

    /// <summary>The ordinary declaration with these levels.</summary>
    public int[] Row()
    {
        int[] row = new int[Choices.Factors.Count];
        foreach (var (factor, level) in Levels)
        {
            row[factor] = level;
        }

        return row;
    }
}

/// <summary>
/// The file with all refusals: a section for each reason, a line for what meets. Several levels of the first factor stand in one line, apart
/// by bars.
/// </summary>
internal static class RefusalTable
{
    private const string Heading = "## ";

    private const int PerLine = 6;

    public static string Path { get; } = System.IO.Path.Combine(Checkout.Root, "tests", "LossGen.Kernels.Tests", "Combinations",
        "refusals.txt");

    public static IReadOnlyList<Refused> Read()
    {
        var all = new List<Refused>();
        string id = string.Empty, reason = string.Empty;
        foreach (string line in File.ReadLines(Path).Where(line => line.Length > 0 && !line.StartsWith("// ", StringComparison.Ordinal)))
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal))
            {
                string[] parts = line[Heading.Length..].Split(": ", 2);
                (id, reason) = (parts[0], parts[1]);
                continue;
            }

            var places = line.Split(" × ").Select(Parse).ToList();
            all.AddRange(places[0].Levels.Select(level =>
                new Refused([(places[0].Factor, level), .. places.Skip(1).Select(place => (place.Factor, place.Levels[0]))], id, reason)));
        }

        return all;
    }

    public static string Write(IEnumerable<Refused> refusals)
    {
        var text = new StringBuilder("// What the generator refuses, with the diagnostic and its words; … is the loss. Written by LOSSGEN_WRITE_DOCS=1, and read before it is committed.\n");
        foreach (var section in refusals.GroupBy(refused => refused.Id + ": " + refused.Reason).OrderBy(section =>
            section.Key, StringComparer.Ordinal))
        {
            text.Append('\n').Append(Heading).Append(section.Key).Append('\n');
            var lines = section.GroupBy(refused =>
                (refused.Levels[0].Factor, Others: string.Concat(refused.Levels.Skip(1).Select(choice => " × " + Refused.Text(choice)))));
            foreach (var line in lines.OrderBy(line => line.Key.Factor).ThenBy(line => line.Key.Others, StringComparer.Ordinal))
            {
                var factor = Choices.Factors[line.Key.Factor];
                foreach (int[] levels in line.Select(refused => refused.Levels[0].Level).Distinct().Order().Chunk(PerLine))
                {
                    text.Append(factor.Name).Append('=').AppendJoin("|",
                        levels.Select(level => factor.Levels[level])).Append(line.Key.Others).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static (int Factor, int[] Levels) Parse(string text)
    {
        string[] parts = text.Split('=', 2);
        int factor = Choices.Factors.Select(factor => factor.Name).ToList().IndexOf(parts[0]);
        return (factor, [.. parts[1].Split('|').Select(level => Array.IndexOf(Choices.Factors[factor].Levels, level))]);
    }
}
