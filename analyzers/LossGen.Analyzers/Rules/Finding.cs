using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules;

/// <summary>What a rule found at a site.</summary>
/// <param name="Arguments">What fills the message.</param>
internal sealed record Finding(params object[] Arguments)
{
    /// <summary>Where the squiggle goes; by default the whole site.</summary>
    public IOperation? At { get; init; }

    /// <summary>What is to be written instead.</summary>
    public Cure? Cure { get; init; }

    /// <summary>Where it differs from the rule's own.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    public Diagnostic ToDiagnostic(DiagnosticDescriptor descriptor, IOperation site, Policy policy)
    {
        object[] arguments = Array.ConvertAll(Arguments, policy.Translate);
        Location location = (At ?? site).Syntax.GetLocation();
        ImmutableDictionary<string, string?> properties = Cure?.ToProperties() ?? ImmutableDictionary<string, string?>.Empty;
        ImmutableArray<Location> parts = Cure?.Places ?? ImmutableArray<Location>.Empty;
        return Severity is { } severity
            ? Diagnostic.Create(descriptor, location, severity, parts, properties, arguments)
            : Diagnostic.Create(descriptor, location, parts, properties, arguments);
    }
}
