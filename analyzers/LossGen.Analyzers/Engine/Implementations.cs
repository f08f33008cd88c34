using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Engine;

/// <summary>The method that a call of an abstract method, or of an interface's, ends in: the receiver's own, or the only one that
/// the program has.</summary>
internal sealed class Implementations
{
    // Past this a name is too common to say anything.
    private const int MostNamesakes = 64;

    private readonly Compilation compilation;
    private readonly ConcurrentDictionary<IMethodSymbol, IMethodSymbol?> only = new(SymbolEqualityComparer.Default);

    public Implementations(Compilation compilation) => this.compilation = compilation;

    public IMethodSymbol? Of(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (!method.IsAbstract || method.MethodKind is not MethodKind.Ordinary || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        return receiver is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
            && Implemented(type, method) is { IsAbstract: false } known
            ? known
            : only.GetOrAdd(method.OriginalDefinition, Only);
    }

    private IMethodSymbol? Only(IMethodSymbol method)
    {
        List<IMethodSymbol> found = compilation.GetSymbolsWithName(method.Name, SymbolFilter.Member).OfType<IMethodSymbol>()
            .Where(candidate => !candidate.IsAbstract && candidate.Parameters.Length == method.Parameters.Length
                && !SymbolEqualityComparer.Default.Equals(candidate, method))
            .Take(MostNamesakes + 1)
            .Where(candidate => SymbolEqualityComparer.Default.Equals(Implemented(candidate.ContainingType, method), candidate))
            .Take(2)
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static IMethodSymbol? Implemented(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return (type.FindImplementationForInterfaceMember(method)
                ?? type.AllInterfaces.Where(face =>
                    SymbolEqualityComparer.Default.Equals(face.OriginalDefinition, method.ContainingType.OriginalDefinition))
                    .SelectMany(face => face.GetMembers(method.Name)).Select(type.FindImplementationForInterfaceMember).FirstOrDefault()) as IMethodSymbol;
        }

        return EngineSession.MembersOf(type, method.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate =>
            Overrides(candidate, method));
    }

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (IMethodSymbol? overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
