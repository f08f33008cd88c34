using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Domains;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Lowering;

/// <summary>What is known at one point of a body: what variables hold, what the memory behind them holds, which comparisons hold.</summary>
internal sealed record Env
{
    public static Env Empty { get; } = new();

    /// <summary>Locals, parameters and fields of <c>this</c>.</summary>
    public ImmutableDictionary<ISymbol, Value> Variables { get; init; } = ImmutableDictionary<ISymbol, Value>.Empty.WithComparers(SymbolEqualityComparer.Default, SameValue.Instance);

    /// <summary>The elements of arrays, spans and lists, by the key of their <see cref="Op.Reference"/>.</summary>
    public ImmutableDictionary<object, Value> Contents { get; init; } = ImmutableDictionary<object, Value>.Empty.WithComparers(keyComparer: null, SameValue.Instance);

    public Facts Facts { get; init; } = Facts.None;

    /// <summary>Whether control never gets here.</summary>
    public bool Dead { get; init; }

    public Env Set(ISymbol variable, Value value) => this with { Variables = Variables.SetItem(variable, value) };

    public Env SetContent(object key, Value value) => this with { Contents = Contents.SetItem(key, value) };

    public Env Assume(Value condition, bool holds) => this with { Facts = Facts.And(condition, holds) };

    /// <summary>What is known where two paths meet; <paramref name="condition"/> tells the first from the second.</summary>
    public static Env Merge(Value condition, Env first, Env second)
    {
        if (first.Dead || second.Dead)
        {
            return first.Dead ? second : first;
        }

        if (ReferenceEquals(first, second))
        {
            return first;
        }

        return new Env
        {
            Variables = Merge(condition, first.Variables, second.Variables),
            Contents = MergeContents(condition, first.Contents, second.Contents),
            Facts = first.Facts.Common(second.Facts),
        };
    }

    private static ImmutableDictionary<ISymbol, Value> Merge(Value condition, ImmutableDictionary<ISymbol, Value> first, ImmutableDictionary<ISymbol, Value> second)
    {
        if (ReferenceEquals(first, second))
        {
            return first;
        }

        ImmutableDictionary<ISymbol, Value>.Builder merged = first.ToBuilder();
        foreach (ISymbol variable in first.Keys.Concat(second.Keys))
        {
            // A local that one side does not have is out of scope; a parameter or field that one side has not written is as it was.
            Value? a = first.TryGetValue(variable, out Value? known) ? known : variable is ILocalSymbol ? null : Initial.Of(variable);
            Value? b = second.TryGetValue(variable, out known) ? known : variable is ILocalSymbol ? null : Initial.Of(variable);
            if (a is null || b is null)
            {
                merged.Remove(variable);
            }
            else if (!ReferenceEquals(a, b))
            {
                merged[variable] = Joined(condition, a, b);
            }
        }

        return merged.ToImmutable();
    }

    private static ImmutableDictionary<object, Value> MergeContents(Value condition, ImmutableDictionary<object, Value> first, ImmutableDictionary<object, Value> second)
    {
        if (ReferenceEquals(first, second))
        {
            return first;
        }

        ImmutableDictionary<object, Value>.Builder merged = first.ToBuilder();
        foreach (object key in first.Keys.Concat(second.Keys))
        {
            // Memory that one side does not have was made on the other, unless it came from outside.
            Value? a = first.TryGetValue(key, out Value? known) ? known : key is ISymbol or MemberKey ? Initial.ContentOf(key, name: null) : null;
            Value? b = second.TryGetValue(key, out known) ? known : key is ISymbol or MemberKey ? Initial.ContentOf(key, name: null) : null;
            merged[key] = a is null ? b! : b is null || ReferenceEquals(a, b) ? a : JoinedStores(condition, a, b);
        }

        return merged.ToImmutable();
    }

    private static Value Joined(Value condition, Value a, Value b)
    {
        if (a.Is(Op.Reference) || b.Is(Op.Reference))
        {
            return a.Equals(b) ? a : Value.Leaf(new object(), a.Name);
        }

        // What one way told about a value need not hold on the other.
        return a.Equals(b) && a.DeclaredDomain != b.DeclaredDomain ? a.WithDomain(Domain.Unknown) : Canonical.Build(Op.Choose, condition, a, b);
    }

    // if (c) e[i] = a; else e[i] = b;  holds c ? a : b at i.
    private static Value JoinedStores(Value condition, Value a, Value b)
    {
        if (a.Is(Op.Store) && b.Is(Op.Store) && a.Args[0].Equals(b.Args[0]) && a.Args[1].Equals(b.Args[1]))
        {
            return Value.Of(Op.Store, a.Args[0], a.Args[1], Joined(condition, a.Args[2], b.Args[2]));
        }

        if (a.Is(Op.Store) && a.Args[0].Equals(b))
        {
            return Value.Of(Op.Store, b, a.Args[1], Joined(condition, a.Args[2], Canonical.Build(Op.Element, b, a.Args[1])));
        }

        if (b.Is(Op.Store) && b.Args[0].Equals(a))
        {
            return Value.Of(Op.Store, a, b.Args[1], Joined(condition, Canonical.Build(Op.Element, a, b.Args[1]), b.Args[2]));
        }

        return Joined(condition, a, b);
    }

    // Values that are equal may differ in what is known about them, and a dictionary keeps the old one of two that are equal.
    private sealed class SameValue : IEqualityComparer<Value>
    {
        public static readonly SameValue Instance = new();

        public bool Equals(Value? x, Value? y) => ReferenceEquals(x, y);

        public int GetHashCode(Value value) => value.GetHashCode();
    }
}
