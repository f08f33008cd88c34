using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules;

/// <summary>How many diagnostics of a rule may be cured at once.</summary>
internal enum Curing : byte
{
    /// <summary>The rule never states a cure.</summary>
    Never,

    /// <summary>Fix All is offered.</summary>
    Together,

    /// <summary>The results change on purpose, or the cure assumes what the code does not say: someone should look at each.</summary>
    OneByOne,
}

/// <summary>Cures that move or remove statements. The fix has a plan for each.</summary>
internal enum Rebuilding : byte
{
    /// <summary>The cure replaces expressions by its texts.</summary>
    None,
    Kernel,
    LoopOfSum,
    Softmax,
    ShiftByMaximum,
    LogarithmOfSoftmax,
    LogarithmsOfElements,
    LogarithmsOfCall,
}

/// <summary>
/// What is to be written, and where. A rule states it, and the diagnostic carries it to the fix. A text is C#, made of the code's own
/// text and of calls of <c>StableMath</c>, <c>Math</c>, <c>torch</c> and <c>functional</c>. The fix spells these: it knows the types, the
/// project's helper and the numbers.
/// </summary>
/// <param name="Title">What the editor offers; null for "Call" and the function.</param>
/// <param name="Places">The expressions that are replaced, none inside another; what a plan starts from where statements go.</param>
/// <param name="Texts">What is written there, or what the plan has to know.</param>
internal sealed record Cure(string? Title, ImmutableArray<Location> Places, ImmutableArray<string> Texts)
{
    private const string TitleKey = "Title";
    private const string PlanKey = "Plan";
    private const string TextKey = "Text";
    private const int LongestName = 24;

    public Rebuilding Rebuilding { get; init; }

    /// <summary>Other text for one expression; null where there is none.</summary>
    public static Cure? Of(string? title, IOperation? at, string? text) =>
        at is null || text is null ? null : Of(title, (at.Syntax, text));

    public static Cure Of(string? title, params (SyntaxNode At, string Text)[] replacements) => new(
        title,
        replacements.Select(replacement => replacement.At.GetLocation()).ToImmutableArray(),
        replacements.Select(replacement => replacement.Text).ToImmutableArray());

    /// <summary>A plan that starts from some expressions.</summary>
    public static Cure Of(Rebuilding plan, params SyntaxNode[] from) => Of(plan, text: string.Empty, from);

    /// <summary>The same, with what the plan has to know.</summary>
    public static Cure Of(Rebuilding plan, string text, params SyntaxNode[] from) =>
        Of(title: null, from.Select(part => (part, text)).ToArray()) with { Rebuilding = plan };

    /// <summary>A part of the code as a title can name it.</summary>
    public static string Named(IOperation part) =>
        part.Syntax.ToString() is { Length: <= LongestName } text && text.IndexOf('\n') < 0 ? text : "it";

    /// <summary>The cure that a diagnostic carries, or null.</summary>
    public static Cure? Of(Diagnostic diagnostic)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        while (diagnostic.Properties.TryGetValue(KeyOf(texts.Count), out string? text) && text is not null)
        {
            texts.Add(text);
        }

        if (texts.Count == 0 || texts.Count != diagnostic.AdditionalLocations.Count)
        {
            return null;
        }

        diagnostic.Properties.TryGetValue(TitleKey, out string? title);
        diagnostic.Properties.TryGetValue(PlanKey, out string? plan);
        return new Cure(title, diagnostic.AdditionalLocations.ToImmutableArray(), texts.ToImmutable())
        {
            Rebuilding = plan is null ? Rebuilding.None : (Rebuilding)int.Parse(plan, CultureInfo.InvariantCulture),
        };
    }

    public ImmutableDictionary<string, string?> ToProperties()
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        properties = Title is null ? properties : properties.Add(TitleKey, Title);
        properties = Rebuilding == Rebuilding.None ? properties
            : properties.Add(PlanKey, ((int)Rebuilding).ToString(CultureInfo.InvariantCulture));
        for (int i = 0; i < Texts.Length; i++)
        {
            properties = properties.Add(KeyOf(i), Texts[i]);
        }

        return properties;
    }

    private static string KeyOf(int text) => TextKey + text.ToString(CultureInfo.InvariantCulture);
}
