using System;
using System.Collections.Generic;

namespace LossGen.Generators.Writing;

/// <summary>
/// Takes out of a body what it declares and never names again. Schedules declare what their passes may need, and which of it a pass does
/// need is known when it has been written.
/// </summary>
internal static class UnusedDeclarations
{
    /// <summary>From the last line to the first, so that what only an unused declaration names is unused, too.</summary>
    public static string Removed(string body)
    {
        string[] lines = body.Split('\n');
        var kept = new List<string>(lines.Length);
        var scopes = new Stack<HashSet<string>>();
        scopes.Push(new HashSet<string>(StringComparer.Ordinal));
        for (int i = lines.Length - 1; i >= 0; i--)
        {
            string line = lines[i].TrimStart();
            if (line.StartsWith("}", StringComparison.Ordinal))
            {
                scopes.Push(new HashSet<string>(StringComparer.Ordinal));
            }
            else if (line == "{" && scopes.Count > 1)
            {
                var inner = scopes.Pop();
                scopes.Peek().UnionWith(inner);
            }

            if (!line.StartsWith("//", StringComparison.Ordinal))
            {
                if (Declared(line) is { } name && !scopes.Peek().Contains(name))
                {
                    continue;
                }

                scopes.Peek().UnionWith(Names(line));
            }

            kept.Add(lines[i]);
        }

        kept.Reverse();
        return string.Join("\n", kept);
    }

    /// <summary>The name of the one variable or reference that a line declares, and does nothing else.</summary>
    private static string? Declared(string line)
    {
        int equals = line.IndexOf(" = ", StringComparison.Ordinal);
        int space = equals > 0 ? line.LastIndexOf(' ', equals - 1) : -1;
        bool isOne = space > 0 && line.IndexOf(';') == line.Length - 1 && line.IndexOf(" out ", StringComparison.Ordinal) < 0;
        return isOne && line.IndexOf('(', 0, equals) < 0 ? line.Substring(space + 1, equals - space - 1) : null;
    }

    private static IEnumerable<string> Names(string line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            int start = i;
            while (i < line.Length && (char.IsLetterOrDigit(line[i]) || line[i] == '_'))
            {
                i++;
            }

            if (i > start && !char.IsDigit(line[start]))
            {
                yield return line.Substring(start, i - start);
            }
        }
    }
}
