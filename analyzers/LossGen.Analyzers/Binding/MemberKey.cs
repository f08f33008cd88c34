using System;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Binding;

/// <summary>Names the memory of a field or property of an object other than <c>this</c>, or of all objects of a collection at once.</summary>
internal sealed class MemberKey : IEquatable<MemberKey>
{
    public MemberKey(ISymbol member, Value owner)
    {
        Member = member;
        Name = member.Name;
        Owner = owner;
    }

    /// <summary>A member that nobody declares.</summary>
    public MemberKey(string name, Value owner)
    {
        Name = name;
        Owner = owner;
    }

    /// <summary>The field or property, or null where its type is missing.</summary>
    public ISymbol? Member { get; }

    public string Name { get; }

    /// <summary>The object, or the collection of objects.</summary>
    public Value Owner { get; }

    /// <summary>The same member of another object.</summary>
    public MemberKey Of(Value owner) => Member is null ? new MemberKey(Name, owner) : new MemberKey(Member, owner);

    public bool Equals(MemberKey? other) => other is not null && SymbolEqualityComparer.Default.Equals(Member, other.Member)
        && string.Equals(Name, other.Name, StringComparison.Ordinal) && Owner.Equals(other.Owner);

    public override bool Equals(object? obj) => Equals(obj as MemberKey);

    public override int GetHashCode() => (StringComparer.Ordinal.GetHashCode(Name) * 31) + Owner.GetHashCode();
}
