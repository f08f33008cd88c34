using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Algebra;

/// <summary>
/// What an expression holds: an immutable tree of canonical operations. Two values are equal when they are built alike, wherever they
/// were computed; <see cref="Origin"/>, the expression a value came from, does not count.
/// </summary>
internal sealed class Value : IEquatable<Value>
{
    // Past this, a value says nothing any more: deep trees cost time and no rule looks that far.
    private const int MaxSize = 400;
    private const int MaxDepth = 40;

    private readonly int hash;

    private Value(Op op, ImmutableArray<Value> args, double number, object? key)
    {
        Op = op;
        Args = args;
        Number = number;
        Key = key;
        int h = ((int)op * 397) ^ number.GetHashCode();
        h = (h * 31) ^ KeyHash(key);
        int size = 1;
        int depth = 0;
        foreach (Value arg in args)
        {
            h = (h * 31) ^ arg.hash;
            size += arg.Size;
            depth = Math.Max(depth, arg.Depth);
        }

        hash = h;
        Size = size;
        Depth = depth + 1;
    }

    public Op Op { get; }

    public ImmutableArray<Value> Args { get; }

    /// <summary>The number of a <see cref="Op.Const"/>.</summary>
    public double Number { get; }

    /// <summary>What makes a leaf itself: a symbol, an operation or a fresh object.</summary>
    public object? Key { get; }

    /// <summary>The name the program gives a leaf; only ever evidence that keeps a rule silent.</summary>
    public string? Name { get; private set; }

    /// <summary>The name of the type of an instance whose type is missing.</summary>
    public string? MadeAs => Op == Op.Instance && Type is null ? Name : null;

    /// <summary>The type of a leaf or instance, where that is known more exactly than by the variable that holds it.</summary>
    public ITypeSymbol? Type { get; private set; }

    public ValueFlags Flags { get; private set; }

    public Domain DeclaredDomain { get; private set; }

    /// <summary>The expression that computed this value in the body under analysis.</summary>
    public IOperation? Origin { get; private set; }

    public int Size { get; }

    public int Depth { get; }

    public static Value Unknown { get; } = new(Op.Unknown, ImmutableArray<Value>.Empty, 0, key: null);

    public static Value Hole { get; } = new(Op.Hole, ImmutableArray<Value>.Empty, 0, key: null);

    public static Value Const(double number) => new(Op.Const, ImmutableArray<Value>.Empty, number, key: null);

    public static Value Leaf(object key, string? name = null, ITypeSymbol? type = null, Domain domain = Domain.Unknown) =>
        new(Op.Leaf, ImmutableArray<Value>.Empty, 0, key) { Name = name, Type = type, DeclaredDomain = domain };

    public static Value Keyed(Op op, object key, params Value[] args) => Make(op, key, args.ToImmutableArray());

    public static Value Of(Op op, params Value[] args) => Make(op, key: null, args.ToImmutableArray());

    public static Value Of(Op op, ImmutableArray<Value> args) => Make(op, key: null, args);

    public bool Is(Op op) => Op == op;

    public bool IsConst(double number) => Op == Op.Const && Number == number;

    public Value Arg(int index) => index < Args.Length ? Args[index] : Unknown;

    public Value At(IOperation? origin) => ReferenceEquals(origin, Origin) ? this : Copy(v => v.Origin = origin);

    public Value Named(string? name) => Copy(v => v.Name = name);

    public Value Typed(ITypeSymbol? type) => Copy(v => v.Type = type);

    public Value With(ValueFlags flags) => flags == Flags ? this : Copy(v => v.Flags = flags);

    public Value WithDomain(Domain domain) => Copy(v => v.DeclaredDomain = domain);

    /// <summary>The same operation on other arguments.</summary>
    public Value WithArgs(ImmutableArray<Value> args)
    {
        Value made = Make(Op, Key, args, Number);
        return made.Op == Op.Unknown ? made : made.Copy(v =>
        {
            v.Name = Name;
            v.Type = Type;
            v.Flags = Flags;
            v.DeclaredDomain = DeclaredDomain;
            v.Origin = Origin;
        });
    }

    public bool Equals(Value? other)
    {
        if (ReferenceEquals(this, other))
        {
            return Op != Op.Unknown;
        }

        if (other is null || hash != other.hash || Op != other.Op || Op == Op.Unknown || !Number.Equals(other.Number)
            || Args.Length != other.Args.Length || !SameKey(Key, other.Key))
        {
            return false;
        }

        for (int i = 0; i < Args.Length; i++)
        {
            if (!Args[i].Equals(other.Args[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Value);

    public override int GetHashCode() => hash;

    /// <summary>Whether both are of the same member, function or variable, where they are of one.</summary>
    public bool HasKeyOf(Value other) => SameKey(Key, other.Key);

    private static Value Make(Op op, object? key, ImmutableArray<Value> args, double number = 0)
    {
        var made = new Value(op, args, number, key);
        return made.Size > MaxSize || made.Depth > MaxDepth ? Unknown : made;
    }

    private Value Copy(Action<Value> change)
    {
        var copy = new Value(Op, Args, Number, Key)
        {
            Name = Name,
            Type = Type,
            Flags = Flags,
            DeclaredDomain = DeclaredDomain,
            Origin = Origin,
        };
        change(copy);
        return copy;
    }

    private static bool SameKey(object? a, object? b) =>
        a is ISymbol x && b is ISymbol y ? SymbolEqualityComparer.Default.Equals(x, y) : Equals(a, b);

    private static int KeyHash(object? key) => key switch
    {
        null => 0,
        ISymbol symbol => SymbolEqualityComparer.Default.GetHashCode(symbol),
        _ => key.GetHashCode(),
    };
}
