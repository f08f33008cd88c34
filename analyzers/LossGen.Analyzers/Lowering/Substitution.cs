using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Lowering;

/// <summary>Puts a call's arguments in the place of the parameters in a method's summary.</summary>
internal sealed class Substitution
{
    private readonly Dictionary<ISymbol, Value> values = new(SymbolEqualityComparer.Default);

    public Substitution(ImmutableArray<IParameterSymbol> parameters, ImmutableArray<Value> args)
    {
        for (int i = 0; i < parameters.Length && i < args.Length; i++)
        {
            values[parameters[i]] = args[i];
        }
    }

    public Value Apply(Value value)
    {
        if (value.Args.Length == 0)
        {
            return value is { Op: Op.Leaf or Op.Reference, Key: ISymbol symbol } && values.TryGetValue(symbol, out Value? arg)
                ? arg.Is(Op.Unknown) ? Value.Leaf(new object(), value.Name) : arg
                : value.At(origin: null);
        }

        var args = ImmutableArray.CreateBuilder<Value>(value.Args.Length);
        foreach (Value arg in value.Args)
        {
            args.Add(Apply(arg));
        }

        Value rebuilt = value.Key is null ? Canonical.Build(value.Op, args.MoveToImmutable()) : value.WithArgs(args.MoveToImmutable());
        return rebuilt.Op == value.Op ? rebuilt.With(value.Flags).At(origin: null) : rebuilt.At(origin: null);
    }
}
