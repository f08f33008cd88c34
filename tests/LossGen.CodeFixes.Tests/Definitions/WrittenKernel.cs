using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LossGen.CodeFixes.Tests.Definitions;

/// <summary>A kernel's declaration in parts, each of which a mistake can change.</summary>
/// <param name="Attribute">What stands in the brackets.</param>
/// <param name="Return">The type that the method returns.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record WrittenKernel(string Attribute, string Return, ImmutableArray<WrittenParameter> Parameters)
{
    /// <summary>The class up to its name.</summary>
    public string Type { get; init; } = "public static partial class ";

    public string Modifiers { get; init; } = "public static partial";

    public string Name { get; init; } = "Loss";

    /// <summary>What follows the parameters.</summary>
    public string End { get; init; } = ";";

    public static WrittenKernel Of(string attribute, string returns, params string[] parameters) =>
        new(attribute, returns, [.. parameters.Select(WrittenParameter.Of)]);

    /// <summary>The parameters one after the other, each replaced by others.</summary>
    public IEnumerable<WrittenKernel> EachParameter(System.Func<WrittenParameter, IEnumerable<WrittenParameter>> others) =>
        Parameters.SelectMany((parameter, i) => others(parameter).Select(other => this with { Parameters = Parameters.SetItem(i, other) }));

    /// <summary>The class with the kernel in it.</summary>
    public string In(string type) =>
        $$"""
        {{Type}}{{type}}
        {
            [{{Attribute}}] {{Modifiers}} {{Return}} {{Name}}({{string.Join(", ", Parameters)}}){{End}}
        }
        """;
}

/// <summary>A parameter in parts.</summary>
/// <param name="Modifier">Such as <c>out</c>; mostly empty.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
internal sealed record WrittenParameter(string Modifier, string Type, string Name)
{
    public string Default { get; init; } = string.Empty;

    /// <summary>Whether it is a span.</summary>
    public bool IsSpan => Type.StartsWith("Span<", System.StringComparison.Ordinal) || Type.StartsWith("ReadOnlySpan<", System.StringComparison.Ordinal);

    /// <summary>The type of a span's elements.</summary>
    public string Item => Type[(Type.IndexOf('<', System.StringComparison.Ordinal) + 1)..^1];

    public static WrittenParameter Of(string text)
    {
        string[] words = text.Split(' ');
        return words.Length == 3 ? new(words[0], words[1], words[2]) : new(string.Empty, words[0], words[1]);
    }

    public override string ToString() => (Modifier.Length > 0 ? Modifier + " " : string.Empty) + Type + " " + Name + Default;
}
