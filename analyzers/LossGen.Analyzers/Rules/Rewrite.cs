using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules;

/// <summary>An expression of the code, and the one that is to stand there.</summary>
/// <param name="At">What is replaced.</param>
/// <param name="Text">C#, made of the code's own text and, where needed, of calls of <c>StableMath</c> without its namespace.</param>
internal readonly record struct Replacement(SyntaxNode At, string Text);

/// <summary>
/// Other text for some expressions, handed from a rule to its fix through the diagnostic. A <see cref="Recipe"/> serves where the fix
/// chooses the function; this one where the rule knows every character. The fix still sees whether it compiles.
/// </summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Replacements">None of them inside another.</param>
internal sealed record Rewrite(string Title, params Replacement[] Replacements)
{
    private const string TitleKey = "Title";
    private const int LongestName = 24;

    public ImmutableArray<Location> Places => Replacements.Select(replacement => replacement.At.GetLocation()).ToImmutableArray();

    /// <summary>The rewriting of one expression, or none where its text is not in the file.</summary>
    public static Rewrite? Of(string title, IOperation? at, string? text) => at is null || text is null ? null : new Rewrite(title, new Replacement(at.Syntax, text));

    /// <summary>A part of the code as a title can name it.</summary>
    public static string Named(IOperation part) => part.Syntax.ToString() is { Length: <= LongestName } text && text.IndexOf('\n') < 0 ? text : "it";

    /// <summary>The title and the texts for a diagnostic's additional locations; null where it carries none.</summary>
    public static (string Title, ImmutableArray<string> Texts)? Of(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(TitleKey, out string? title) || title is null)
        {
            return null;
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        while (diagnostic.Properties.TryGetValue(KeyOf(texts.Count), out string? text) && text is not null)
        {
            texts.Add(text);
        }

        return texts.Count == diagnostic.AdditionalLocations.Count ? (title, texts.ToImmutable()) : null;
    }

    public ImmutableDictionary<string, string?> ToProperties()
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(TitleKey, Title);
        for (int i = 0; i < Replacements.Length; i++)
        {
            properties = properties.Add(KeyOf(i), Replacements[i].Text);
        }

        return properties;
    }

    private static string KeyOf(int replacement) => "Text" + replacement.ToString(CultureInfo.InvariantCulture);
}
