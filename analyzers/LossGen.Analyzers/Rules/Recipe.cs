using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules;

/// <summary>
/// How a site is to be rewritten, handed from a rule to its fix through the diagnostic's properties and additional locations. A rule
/// attaches one only where the shape is exact and the parts mean at the site what they meant where they were written.
/// </summary>
/// <param name="Call">The function to call.</param>
/// <param name="Parts">The expressions it is called with.</param>
internal sealed record Recipe(string Call, ImmutableArray<Location> Parts)
{
    private const string CallKey = "Call";
    private const string NegateArgumentKey = "NegateArgument";
    private const string NegateResultKey = "NegateResult";

    /// <summary>Whether the first part is negated before the call.</summary>
    public bool NegateArgument { get; init; }

    /// <summary>Whether the result is negated.</summary>
    public bool NegateResult { get; init; }

    public static Recipe? Of(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(CallKey, out string? call) && call is not null
        ? new Recipe(call, diagnostic.AdditionalLocations.ToImmutableArray())
        {
            NegateArgument = diagnostic.Properties.ContainsKey(NegateArgumentKey),
            NegateResult = diagnostic.Properties.ContainsKey(NegateResultKey),
        }
        : null;

    public ImmutableDictionary<string, string?> ToProperties()
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(CallKey, Call);
        properties = NegateArgument ? properties.Add(NegateArgumentKey, value: null) : properties;
        return NegateResult ? properties.Add(NegateResultKey, value: null) : properties;
    }
}
