using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Symbols;

/// <summary>Members of a type with those that it inherits.</summary>
internal static class Members
{
    /// <summary>The members of a name, those of the most derived type first.</summary>
    public static IEnumerable<ISymbol> Of(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers(name))
            {
                yield return member;
            }
        }
    }
}
