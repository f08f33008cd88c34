using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.CodeFixes.Tests.Definitions;

/// <summary>Something that one gets wrong at first, wherever a declaration has a place for it.</summary>
/// <param name="Name">The mistake in words.</param>
/// <param name="IsFixed">Whether a fix mends it.</param>
/// <param name="Make">The declarations with the mistake, each at another place.</param>
internal sealed record Mistake(string Name, bool IsFixed, Func<WrittenKernel, IEnumerable<WrittenKernel>> Make)
{
    /// <summary>The mistakes in a parameter alone.</summary>
    public static IReadOnlyList<Mistake> OfParameters => [.. All.Where(mistake => OfParameter.Contains(mistake.Name, StringComparer.Ordinal))];

    private static readonly string[] OfParameter =
        ["another name", "an array or a list for a span", "read instead of written, or the reverse", "ref, in or out before a span", "other elements", "a missing type"];

    private static readonly Dictionary<string, string[]> OtherNames = new(StringComparer.Ordinal)
    {
        ["logits"] = ["logit", "Logits", "lgits", "scores", "x", "input", "inputs", "predictions", "output", "z"],
        ["targets"] = ["target", "Targets", "tragets", "labels", "y", "classes", "yTrue"],
        ["gradient"] = ["gradients", "Gradient", "gradeint", "grad", "dLogits"],
        ["losses"] = ["loss", "Losses", "lossses"],
        ["probabilities"] = ["probability", "Probabilities", "probs", "probabilites"],
        ["classWeights"] = ["classweights", "classWeight", "ClassWeights"],
        ["classes"] = ["classCount", "numClasses", "Classes"],
    };

    private static readonly string[] Sequences =
    [
        "{0}[]", "{0}[]?", "Memory<{0}>", "ReadOnlyMemory<{0}>", "List<{0}>", "IReadOnlyList<{0}>", "IEnumerable<{0}>", "ArraySegment<{0}>",
        "{0}[][]", "{0}[,,]", "{0}",
    ];

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("another name", true, kernel => kernel.EachParameter(parameter => OtherNames.GetValueOrDefault(parameter.Name, [])
            .Where(name => kernel.Parameters.All(other => other.Name != name)).Select(name => parameter with { Name = name }))),
        new("an array or a list for a span", true, kernel => kernel.EachParameter(parameter => parameter.IsSpan
            ? Sequences.Select(type => parameter with { Type = string.Format(System.Globalization.CultureInfo.InvariantCulture, type, parameter.Item) }) : [])),
        new("read instead of written, or the reverse", true, kernel => kernel.EachParameter(parameter => parameter.IsSpan
            ? [parameter with { Type = parameter.Type[0] == 'S' ? "ReadOnly" + parameter.Type : parameter.Type["ReadOnly".Length..] }] : [])),
        new("ref, in or out before a span", true, kernel => kernel.EachParameter(parameter => parameter.IsSpan
            ? new[] { "ref", "in", "out", "ref readonly" }.Select(modifier => parameter with { Modifier = modifier }) : [])),
        new("out left out", true, kernel => kernel.EachParameter(parameter => parameter.Modifier == "out" ? [parameter with { Modifier = string.Empty }, parameter with { Modifier = "ref" }] : [])),
        new("a parameter left out", true, kernel => kernel.Parameters.Where(parameter => parameter.Name is "logits" or "targets" or "classes")
            .Select(parameter => kernel with { Parameters = kernel.Parameters.Remove(parameter) })),
        new("two losses", true, kernel => kernel.Attribute == "CrossEntropy(3)" && kernel.Parameters[1].Item != "float"
            ? [kernel with { Attribute = kernel.Attribute + "][FocalCrossEntropy(3)" }, kernel with { Attribute = "FocalCrossEntropy(3), " + kernel.Attribute }] : []),
        new("the same loss twice", false, kernel => [kernel with { Attribute = kernel.Attribute + ", " + kernel.Attribute }]),
        new("a wrong count", false, kernel => kernel.Attribute.Contains("(3", StringComparison.Ordinal)
            ? new[] { "0", "-1", "\"3\"", "3.0", "K", "(byte)0" }.Select(count => kernel with { Attribute = kernel.Attribute.Replace("(3", "(" + count, StringComparison.Ordinal) }) : []),
        new("no count", true, kernel => kernel.Attribute is "CrossEntropy(3)" or "Softmax(3)"
            ? [kernel with { Attribute = kernel.Attribute[..^3] }, kernel with { Attribute = kernel.Attribute[..^2] + ")" }] : []),
        new("partial left out", true, kernel =>
        [
            kernel with { Modifiers = kernel.Modifiers.Replace(" partial", string.Empty, StringComparison.Ordinal) },
            kernel with { Type = kernel.Type.Replace(" partial", string.Empty, StringComparison.Ordinal) },
        ]),
        new("no accessibility", true, kernel => kernel.Return == "void" && kernel.Parameters.All(parameter => parameter.Modifier.Length == 0)
            ? [] : [kernel with { Modifiers = "static partial" }]),
        new("static left out", false, kernel => [kernel with { Modifiers = "public partial" }]),
        new("another type returned", true, kernel => new[]
        {
            "int", "decimal", "Half", "string", "float[]", "Task<float>", "double?", "(float, int)", "object", "Single[]", "ReadOnlySpan<float>",
        }.Select(type => kernel with { Return = type })),
        new("nothing returned and nothing written", true, kernel =>
            kernel.Return != "void" && kernel.Parameters.All(parameter => parameter.Type[0] != 'S' && parameter.Modifier.Length == 0) ? [kernel with { Return = "void" }] : []),
        new("a body", true, kernel => [kernel with { End = " => throw null!;" }, kernel with { End = " { throw null!; }" }]),
        new("extern", true, kernel => [kernel with { Modifiers = "public static extern" }, kernel with { Modifiers = "public static extern partial" }]),
        new("type parameters", false, kernel => [kernel with { Name = "Loss<T>" }]),
        new("an option's value", false, kernel => kernel.Attribute.Contains("(3", StringComparison.Ordinal) && kernel.Attribute.StartsWith("CrossEntropy", StringComparison.Ordinal)
            ? new[] { "LabelSmoothing = 2", "LabelSmoothing = \"a\"", "IgnoreIndex = null", "Temperature = 0", "Smoothing = 0.1", "Reduction = \"mean\"", "Reduction = Mean" }
                .Select(option => kernel with { Attribute = kernel.Attribute.Replace("(3", "(3, " + option, StringComparison.Ordinal) }) : []),
        new("other elements", true, kernel => kernel.EachParameter(parameter => parameter.IsSpan && parameter.Name != "logits" && parameter.Item == "float"
            ? [parameter with { Type = parameter.Type.Replace("float", "double", StringComparison.Ordinal) }] : [])),
        new("a missing type", false, kernel => kernel.EachParameter(parameter => parameter.Modifier.Length > 0 ? [] : [parameter with { Type = "Missing" }, parameter with { Type = "ReadOnlySpan<Missing>" }, parameter with { Type = "ReadOnlySpan" }])),
        new("a parameter too many", false, kernel => new[] { "int epoch", "string name", "float[] extra", "bool training", "params int[] rest" }.Select(extra => kernel with { Parameters = kernel.Parameters.Add(WrittenParameter.Of(extra)) })),
    ];
}
