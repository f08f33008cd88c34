using System.Collections.Immutable;
using LossGen.Analyzers.Engine;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules;

/// <summary>One diagnostic id: which values it looks at and what it says about them.</summary>
internal abstract class Rule
{
    public const string Stability = "LossGen.Stability";
    public const string Domains = "LossGen.Domains";
    public const string Library = "LossGen.Library";

    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>The operations at the root of what the rule looks for; nothing else is shown to it.</summary>
    public abstract ImmutableArray<Op> Roots { get; }

    /// <summary>What the rule has to say about a site, or null.</summary>
    public abstract Finding? Look(Site site);

    protected static DiagnosticDescriptor Describe(string id, string title, string message, string category, string description) =>
        new(id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: true, description, RuleIds.HelpLink(id));
}
