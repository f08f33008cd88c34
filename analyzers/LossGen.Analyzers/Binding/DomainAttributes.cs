using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Binding;

/// <summary>Reads <c>[Logits]</c>, <c>[Probabilities]</c> and <c>[LogProbabilities]</c>.</summary>
internal static class DomainAttributes
{
    public static Domain Of(ISymbol symbol) => Of(symbol.GetAttributes());

    public static Domain OfReturn(IMethodSymbol method) =>
        method.AssociatedSymbol is IPropertySymbol property ? Of(property) : Of(method.GetReturnTypeAttributes());

    private static Domain Of(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass is { ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true } } type)
            {
                Domain domain = type.Name switch
                {
                    "LogitsAttribute" => Domain.Logits,
                    "ProbabilitiesAttribute" => Domain.Probabilities,
                    "LogProbabilitiesAttribute" => Domain.LogProbabilities,
                    _ => Domain.Unknown,
                };
                if (domain != Domain.Unknown)
                {
                    return domain;
                }
            }
        }

        return Domain.Unknown;
    }
}
