using System;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Lowering;

/// <summary>Reads a sum, a product, a maximum or a minimum from what one pass makes of a running value.</summary>
/// <param name="lift">Turns what one pass computes into what all passes compute.</param>
/// <param name="mentionsRunning">Whether a value depends on what an earlier pass computed.</param>
/// <param name="passes">How many passes there are at most, where that is known.</param>
internal sealed class LoopReduction(Func<Value, Value> lift, Func<Value, bool> mentionsRunning, int? passes = null)
{
    // Nobody who knows how low logits are starts a maximum here.
    private const double HighStart = -1000;

    public Value? Of(Value running, Value before, Value last, int depth)
    {
        if (depth > 4)
        {
            return null;
        }

        switch (last.Op)
        {
            case Op.Add or Op.Sub when Rest(last, running) is { } term && !mentionsRunning(term):
                return Canonical.Build(Op.Add, before, SumOf(lift(term)));
            case Op.Mul when Other(last, running) is { } factor && !mentionsRunning(factor):
                return Canonical.Build(Op.Mul, before, passes is { } count ? Value.Of(Op.Product, lift(factor), Value.Const(count)) : Value.Of(Op.Product, lift(factor)));
            case Op.Max when Other(last, running) is { } candidate && !mentionsRunning(candidate):
                Value largest = Value.Of(Op.MaxOf, lift(candidate));
                return before.Is(Op.Const) && before.Number >= HighStart ? Value.Of(Op.Max, largest, before).With(ValueFlags.StartedHigh)
                    : before.Is(Op.LoopVariable) ? Value.Of(Op.Max, before, largest)
                    : largest;
            case Op.Min when Other(last, running) is { } candidate && !mentionsRunning(candidate):
                return Value.Of(Op.MinOf, lift(candidate));
            case Op.Choose when last.Args[1].Equals(running):
                return Of(running, before, last.Args[2], depth + 1);
            case Op.Choose when last.Args[2].Equals(running):
                return Of(running, before, last.Args[1], depth + 1);
            default:
                return null;
        }
    }

    private static Value SumOf(Value term) =>
        term.Is(Op.Neg) ? Canonical.Negate(Value.Of(Op.Sum, term.Args[0])) : Value.Of(Op.Sum, term);

    // s + a + b − c without s: a + b − c
    private static Value? Rest(Value total, Value running)
    {
        if (total.Equals(running))
        {
            return Value.Const(0);
        }

        if (total.Op is not (Op.Add or Op.Sub))
        {
            return null;
        }

        if (Rest(total.Args[0], running) is { } left)
        {
            return Canonical.Build(total.Op, left, total.Args[1]);
        }

        return total.Is(Op.Add) && Rest(total.Args[1], running) is { } right ? Canonical.Build(Op.Add, total.Args[0], right) : null;
    }

    private static Value? Other(Value pair, Value running) =>
        pair.Args[0].Equals(running) ? pair.Args[1] : pair.Args[1].Equals(running) ? pair.Args[0] : null;
}
