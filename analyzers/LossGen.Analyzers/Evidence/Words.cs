using System;
using System.Collections.Generic;

namespace LossGen.Analyzers.Evidence;

/// <summary>The words of a name: <c>yPred_0</c> is y, pred.</summary>
internal static class Words
{
    public static IEnumerable<string> Of(string name)
    {
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool ends = i == name.Length || !char.IsLetter(name[i]) || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) || !char.IsLetter(name[i - 1]);
            if (!ends)
            {
                continue;
            }

            if (char.IsLetter(name[start]))
            {
                yield return name.Substring(start, i - start).ToLowerInvariant();
            }

            start = i;
        }
    }

    /// <summary>Whether one of the words is listed, or starts with one that is listed with a star.</summary>
    public static bool HasAny(string? name, string[] listed)
    {
        if (name is null)
        {
            return false;
        }

        foreach (string word in Of(name))
        {
            foreach (string entry in listed)
            {
                bool open = entry[entry.Length - 1] == '*';
                if (open ? word.StartsWith(entry.Substring(0, entry.Length - 1), StringComparison.Ordinal) : word == entry)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
