using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Rules;

/// <summary>One diagnostic id: which values it looks at and what it says about them.</summary>
internal abstract class Rule
{
    public const string Stability = "LossGen.Stability";
    public const string Epsilons = "LossGen.Epsilons";
    public const string Domains = "LossGen.Domains";
    public const string Library = "LossGen.Library";
    public const string Accuracy = "LossGen.Accuracy";
    public const string Models = "LossGen.Models";
    public const string Labels = "LossGen.Labels";
    public const string Kernels = "LossGen.Kernels";

    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Whether the rule states cures, and how many of them may be applied at once.</summary>
    public virtual Curing Curing => Curing.Never;

    /// <summary>The operations at the root of what the rule looks for; nothing else is shown to it.</summary>
    public abstract ImmutableArray<Op> Roots { get; }

    /// <summary>The operations of which a body must name one to be worth a look; the roots, where these are seldom enough.</summary>
    public virtual ImmutableArray<Op> Triggers => Roots;

    /// <summary>Names, besides those of functions, that make a body worth a look.</summary>
    public virtual ImmutableArray<string> TriggeringNames => ImmutableArray<string>.Empty;

    /// <summary>Whether a quotient alone, in a body that names no function at all, is worth a look; asked of syntax, and often.</summary>
    public virtual bool IsTriggeredBy(BinaryExpressionSyntax quotient) => false;

    /// <summary>What the rule has to say about a site, or null.</summary>
    public abstract Finding? Look(Site site);

    internal static DiagnosticDescriptor Describe(string id, string title, string message, string category, string description, DiagnosticSeverity severity = DiagnosticSeverity.Warning, bool enabled = true) =>
        new(id, title, message, category, severity, isEnabledByDefault: enabled, description, RuleIds.HelpLink(id));
}
