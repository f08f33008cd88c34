using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Binding;

/// <summary>The methods that a call of an abstract method, or of an interface's, may end in: the receiver's own, or those that the
/// program has.</summary>
internal sealed class Implementations
{
    // Past this a name is too common to say anything.
    private const int MostNamesakes = 64;

    // Several that all end in a softmax are as good as one.
    private const int MostImplementations = 4;

    private readonly Compilation compilation;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> found = new(SymbolEqualityComparer.Default);

    public Implementations(Compilation compilation) => this.compilation = compilation;

    public ImmutableArray<IMethodSymbol> Of(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (!method.IsAbstract || method.MethodKind is not MethodKind.Ordinary || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return ImmutableArray<IMethodSymbol>.Empty;
        }

        return receiver is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
            && Implemented(type, method) is { IsAbstract: false } known
            ? ImmutableArray.Create(known)
            : found.GetOrAdd(method.OriginalDefinition, All);
    }

    private ImmutableArray<IMethodSymbol> All(IMethodSymbol method)
    {
        ImmutableArray<IMethodSymbol> all = compilation.GetSymbolsWithName(method.Name, SymbolFilter.Member).OfType<IMethodSymbol>()
            .Where(candidate => !candidate.IsAbstract && candidate.Parameters.Length == method.Parameters.Length
                && !SymbolEqualityComparer.Default.Equals(candidate, method))
            .Take(MostNamesakes + 1)
            .Where(candidate => SymbolEqualityComparer.Default.Equals(Implemented(candidate.ContainingType, method), candidate))
            .Take(MostImplementations + 1)
            .ToImmutableArray();
        return all.Length > MostImplementations ? ImmutableArray<IMethodSymbol>.Empty : all;
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

        return Members.Of(type, method.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate =>
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
