using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>The loss attributes and the declarations that compete for one method.</summary>
/// <param name="Attributes">All loss attributes of the method, as written.</param>
/// <param name="IsFirstAttribute">Whether the one that is read comes first.</param>
/// <param name="IsFirstDeclaration">Whether no earlier declaration has the same signature, as happens for a moment while one is copied.</param>
internal sealed record KernelAttributes(IReadOnlyList<AttributeData> Attributes, bool IsFirstAttribute, bool IsFirstDeclaration)
{
    /// <summary>Whether another attribute or declaration gives this method its other half.</summary>
    public bool IsCompletedElsewhere => !IsFirstAttribute || !IsFirstDeclaration;

    public static KernelAttributes Others(IMethodSymbol method, AttributeData read)
    {
        var attributes = method.GetAttributes().Where(data => IsLoss(data.AttributeClass)).ToList();
        return new KernelAttributes(attributes, attributes.Count == 0 || SamePlace(attributes[0], read), !HasEarlier(method));
    }

    public static bool IsLoss(INamedTypeSymbol? type)
    {
        for (var current = type?.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "LossKernelAttribute", ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static bool SamePlace(AttributeData one, AttributeData other) =>
        one.ApplicationSyntaxReference is { } first && other.ApplicationSyntaxReference is { } second && first.SyntaxTree == second.SyntaxTree && first.Span == second.Span;

    private static bool HasEarlier(IMethodSymbol method)
    {
        string signature = Signature(method);
        var listed = method.PartialDefinitionPart ?? method;
        foreach (var member in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(member, listed))
            {
                return false;
            }

            if (member.PartialDefinitionPart is null && string.Equals(Signature(member), signature, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string Signature(IMethodSymbol method) => method.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
}
