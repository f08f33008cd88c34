using System;
using System.Collections.Generic;

namespace LossGen.Analyzers.Evidence;

/// <summary>Words as <c>Vocabulary.txt</c> writes them.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly List<string> beginnings = new();
    private readonly List<string> parts = new();
    private readonly List<string> bounded = new();

    public void Add(string word)
    {
        string rest = word.Substring(1);
        if (word[0] == '~')
        {
            parts.Add(rest);
        }
        else if (word[0] == '=')
        {
            bounded.Add(rest);
        }
        else if (word[word.Length - 1] == '*')
        {
            beginnings.Add(word.Substring(0, word.Length - 1));
        }
        else
        {
            whole.Add(word);
        }
    }

    /// <summary>Whether a name has one of the words.</summary>
    /// <param name="name">The name.</param>
    /// <param name="words">Its words, once somebody has needed them: several sets are asked about a name.</param>
    public bool Has(string name, ref List<string>? words)
    {
        if (parts.Exists(part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0) || bounded.Exists(word => IsBounded(name, word)))
        {
            return true;
        }

        if (whole.Count == 0 && beginnings.Count == 0)
        {
            return false;
        }

        words ??= new List<string>(Words.Of(name));
        foreach (string word in words)
        {
            if (whole.Contains(word) || beginnings.Exists(beginning => word.StartsWith(beginning, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBounded(string name, string word) =>
        name.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && StartsWord(name, at) && EndsWord(name, at + word.Length);

    private static bool StartsWord(string name, int at) => at == 0 || !char.IsLetter(name[at - 1]) || (char.IsUpper(name[at]) && char.IsLower(name[at - 1]));

    private static bool EndsWord(string name, int at) => at >= name.Length || !char.IsLower(name[at]);
}
