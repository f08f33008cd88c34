using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Lowering;

/// <summary>What a variable holds before the body has written it.</summary>
internal static class Initial
{
    public static Value Of(ISymbol variable)
    {
        ITypeSymbol? type = Memory.TypeOf(variable);
        return Memory.MayBeMemory(type)
            ? Value.Keyed(Op.Reference, variable).Named(variable.Name)
            : Value.Leaf(variable, variable.Name, type, DomainAttributes.Of(variable));
    }

    /// <summary>What the memory behind a <see cref="Op.Reference"/> holds before the body has written it.</summary>
    public static Value ContentOf(object key, string? name) => key is MemberKey { Owner: var owner } part
        ? part.Member is { } member ? Value.Keyed(Op.Member, member, owner).Named(part.Name).Typed(Memory.TypeOf(member)).WithDomain(DomainAttributes.Of(member)) : Value.Keyed(Op.Member, part.Name, owner).Named(part.Name)
        : Value.Leaf(key, name, type: null, key is ISymbol symbol ? DomainAttributes.Of(symbol) : Domain.Unknown);
}
