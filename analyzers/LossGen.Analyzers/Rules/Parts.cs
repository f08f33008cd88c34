using System.Collections.Immutable;
using LossGen.Analyzers.Engine;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>Finds the code that computed a part of a value, where writing it at the site again means the same.</summary>
internal static class Parts
{
    public static Location? Of(Value part, Site site)
    {
        if (part.Origin is not { } origin || origin.Syntax.SyntaxTree != site.Operation.Syntax.SyntaxTree)
        {
            return null;
        }

        bool inside = site.Operation.Syntax.Span.Contains(origin.Syntax.Span);
        return inside || IsSettled(origin, site) ? origin.Syntax.GetLocation() : null;
    }

    public static Recipe? Call(string function, Site site, params Value[] parts)
    {
        var locations = ImmutableArray.CreateBuilder<Location>();
        foreach (Value part in parts)
        {
            if (Of(part, site) is not { } location)
            {
                return null;
            }

            locations.Add(location);
        }

        return new Recipe(function, locations.ToImmutable());
    }

    // A variable that is written once, before, and is still in scope reads the same everywhere.
    private static bool IsSettled(IOperation origin, Site site)
    {
        ISymbol? variable = origin switch
        {
            ILocalReferenceOperation local when !Memory.IsMemory(local.Type) => local.Local,
            IParameterReferenceOperation parameter when !Memory.IsMemory(parameter.Type) => parameter.Parameter,
            _ => null,
        };
        if (variable is null)
        {
            return false;
        }

        int writes = site.Writes.TryGetValue(variable, out int count) ? count : 0;
        return writes <= (variable is ILocalSymbol ? 1 : 0) && IsInScope(variable, site.Operation.Syntax);
    }

    private static bool IsInScope(ISymbol variable, SyntaxNode at)
    {
        if (variable is IParameterSymbol)
        {
            return variable.ContainingSymbol.DeclaringSyntaxReferences is { Length: > 0 } owners && owners[0].Span.Contains(at.Span);
        }

        SyntaxNode? scope = variable.DeclaringSyntaxReferences is { Length: 1 } references ? references[0].GetSyntax().Parent : null;
        while (scope is not null and not Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax and not Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax)
        {
            scope = scope.Parent;
        }

        return scope is not null && scope.Span.Contains(at.Span);
    }
}
