using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers;
using LossGen.DocumentTesting;
using LossGen.Playground.Documents;
using Microsoft.CodeAnalysis;

namespace LossGen.Playground.Examples;

/// <summary>All examples. They are read from the samples and from the documentation, which tests compile.</summary>
internal static class ExampleList
{
    private static readonly DiagnosticDescriptor[] Rules =
        [.. new LossAnalyzer().SupportedDiagnostics.Where(IsShown).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The program of a first visit.</summary>
    public static Example First { get; } = new("Start here", "A loss by hand and its kernel", () => Library.Samples["Start.cs"], RuleIds.LogOfSoftmax);

    public static IReadOnlyList<Example> All { get; } = [First, .. Kernels(), .. ActivationPairs.All, .. OfRules()];

    // The kernels of the documentation's first steps.
    private static IEnumerable<Example> Kernels() =>
        DocumentCode.Kernels().Select(block => new Example("Kernels of the documentation", block.Title, () => block.Code));

    private static IEnumerable<Example> OfRules() => Rules
        .Where(rule => RuleCode(rule.Id) is not null)
        .Select(rule => new Example("One per rule", $"{rule.Id} {rule.Title.ToString(null)}", () => RuleCode(rule.Id)!, rule.Id));

    // What is off, or only offers a fix where the cursor stands, has nothing to show.
    private static bool IsShown(DiagnosticDescriptor rule) => rule.IsEnabledByDefault && rule.DefaultSeverity != DiagnosticSeverity.Hidden;

    private static string? RuleCode(string id) =>
        Library.Pages.TryGetValue(Documentation.SourceOf(id), out string? page) && page.Contains("**Instead**", StringComparison.Ordinal)
            && !RulePageCode.IsTensorFlow(id) && RulePageCode.Bad(page) is [var code, ..]
                ? RulePageCode.Around(id, code, isGenerated: true) : null;
}
