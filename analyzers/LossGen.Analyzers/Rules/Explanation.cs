using System.Collections.Generic;
using System.Globalization;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules;

/// <summary>Says at every expression that rules look at what the engine takes it for: <c>lossgen_explain = true</c>.</summary>
internal static class Explanation
{
    private static readonly DiagnosticDescriptor Description = Rule.Describe(
        RuleIds.Explanation,
        "What LossGen takes an expression for",
        "{0}",
        Rule.Library,
        "Reported where lossgen_explain is true: the value that the analyzer has computed for the expression, what kind of number it is and between which limits it lies.",
        DiagnosticSeverity.Hidden);

    public static DiagnosticDescriptor Descriptor => Description;

    public static Diagnostic Of(Site site) =>
        Diagnostic.Create(Descriptor, site.Operation.Syntax.GetLocation(), DiagnosticSeverity.Info, additionalLocations: null, properties: null, TextOf(site));

    private static string TextOf(Site site)
    {
        var parts = new List<string> { ValueText.Of(site.Value) };
        Domain domain = Contents.DomainOf(Shape.WithoutPlace(site.Value));
        if (domain is not Domain.Unknown)
        {
            parts.Add("kind: " + domain);
        }

        Range range = Ranges.Of(site.Value, site.Facts);
        if (!range.IsUnknown)
        {
            parts.Add("from " + Text(range.Low) + " to " + Text(range.High) + (range.IsReached ? string.Empty : " at most"));
        }

        if (site.Value.Flags is not ValueFlags.None)
        {
            parts.Add(site.Value.Flags.ToString());
        }

        if (site.Member is { } member)
        {
            parts.Add("known as " + member.Name);
        }

        return string.Join("; ", parts);
    }

    private static string Text(double end) =>
        double.IsInfinity(end) ? (end > 0 ? "∞" : "−∞") : end.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');
}
