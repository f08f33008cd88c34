using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace LossGen.Analyzers.Evidence;

/// <summary>The words of <c>Vocabulary.txt</c>, which is the only list of words that say what a value is.</summary>
internal sealed class Vocabulary
{
    private const string Resource = "Vocabulary";
    private const string Veto = "never";

    private static readonly char[] Space = [' '];

    private readonly Dictionary<Meaning, Entry> entries = new();

    private Vocabulary(TextReader text)
    {
        Entry? entry = null;
        for (string? line = text.ReadLine(); line is not null; line = text.ReadLine())
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '[')
            {
                entry = EntryOf(line.Trim('[', ']'));
                continue;
            }

            int colon = line.IndexOf(':');
            string degree = line.Substring(0, colon);
            WordSet words = degree == Veto ? entry!.Never : entry!.For[(int)(Degree)Enum.Parse(typeof(Degree), degree, ignoreCase: true)];
            foreach (string word in line.Substring(colon + 1).Split(Space, StringSplitOptions.RemoveEmptyEntries))
            {
                if (word[0] == '<')
                {
                    entry.Without.Add(EntryOf(word.Trim('<', '>')));
                }
                else
                {
                    words.Add(word);
                }
            }
        }
    }

    public static Vocabulary Default { get; } = Read();

    /// <summary>How sure a name is to mean something.</summary>
    public Degree Weigh(string? name, Meaning meaning) => name is null || !entries.TryGetValue(meaning, out Entry? entry) ? Degree.None : entry.Weigh(name);

    private static Vocabulary Read()
    {
        using Stream stream = typeof(Vocabulary).GetTypeInfo().Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return new Vocabulary(reader);
    }

    private Entry EntryOf(string section)
    {
        var meaning = (Meaning)Enum.Parse(typeof(Meaning), section.Replace("-", string.Empty), ignoreCase: true);
        if (!entries.TryGetValue(meaning, out Entry? entry))
        {
            entries.Add(meaning, entry = new Entry());
        }

        return entry;
    }

    private sealed class Entry
    {
        public WordSet[] For { get; } = [new(), new(), new(), new()];

        public WordSet Never { get; } = new();

        public List<Entry> Without { get; } = new();

        public Degree Weigh(string name)
        {
            List<string>? words = null;
            if (Never.Has(name, ref words))
            {
                return Degree.None;
            }

            foreach (Entry other in Without)
            {
                if (other.Surest(name, ref words) > Degree.None)
                {
                    return Degree.None;
                }
            }

            return Surest(name, ref words);
        }

        // Whatever speaks against it.
        private Degree Surest(string name, ref List<string>? words)
        {
            for (Degree degree = Degree.Certain; degree > Degree.None; degree--)
            {
                if (For[(int)degree].Has(name, ref words))
                {
                    return degree;
                }
            }

            return Degree.None;
        }
    }
}
