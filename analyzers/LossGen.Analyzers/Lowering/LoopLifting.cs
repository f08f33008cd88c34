using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Lowering;

/// <summary>Turns what one pass of a loop computes into what the whole loop computes: maps, sums, products and maxima.</summary>
internal sealed class LoopLifting
{
    private readonly HashSet<Value> own = new();
    private readonly HashSet<Value> counters = new();
    private readonly Env end;
    private readonly int? passes;

    public LoopLifting(LoopRun run, Env end)
    {
        this.end = end;
        passes = run.Passes;
        own.Add(run.Iteration);
        counters.Add(run.Iteration);
        foreach (var variable in run.Variables)
        {
            own.Add(variable.Value);
            if (end.Variables.TryGetValue(variable.Key, out Value? last) && IsStep(last, variable.Value))
            {
                counters.Add(variable.Value);
            }
        }
    }

    /// <summary>What a variable holds after the loop, or null where that is not known.</summary>
    public Value? Variable(Value running, Value before, Value last)
    {
        if (last.Equals(running))
        {
            return before;
        }

        return counters.Contains(running) ? null : new LoopReduction(Lift, MentionsRunning, passes).Of(running, before, last, depth: 0);
    }

    /// <summary>What memory holds after the loop.</summary>
    public Value Content(Value before, Value last)
    {
        if (last.Is(Op.Store))
        {
            Value place = last.Args[1];
            if (last.Args[0].Equals(before) && Accumulated(before, place, last.Args[2]) is { } total)
            {
                return total;
            }

            Value stored = last.Args[2] is { Op: Op.Reference, Key: { } row } && end.Contents.TryGetValue(row, out Value? content) ? content : last.Args[2];

            // Elements written one by one before the loop may be others than the loop's.
            bool everywhere = MentionsCounter(place) || (place.Equals(LoopIndex.Appended) && before.Args[0] is not { Op: Op.Leaf, Key: ISymbol });
            return last.Args[0].Equals(before) && !before.Args[0].Is(Op.Store) && everywhere
                ? Extended(Lift(stored), isOneRow: !IsOwnOnly(place))
                : Value.Leaf(new object(), before.Name);
        }

        return Shape.Contains(last, before) ? Value.Leaf(new object(), before.Name) : Extended(Lift(last), isOneRow: false);
    }

    // sums[r] += v in a loop over the columns: element r is a variable like any other.
    private Value? Accumulated(Value before, Value place, Value last)
    {
        Value running = Value.Of(Op.Element, before, place);
        if (Mentions(place, own) || !Shape.Contains(last, running))
        {
            return null;
        }

        Value old = before.Args[0];
        Value initial = Canonical.Build(Op.Element, old, place);
        initial = initial.Is(Op.Element) && initial.Args[0].Flags.HasFlag(ValueFlags.Zeros) ? Value.Const(0) : initial;
        var reduction = new LoopReduction(Lift, value => MentionsRunning(value) || Shape.Contains(value, running), passes);
        return reduction.Of(running, initial, last, depth: 0) is { } total
            ? Value.Of(Op.Store, old.Is(Op.Store) && old.Args[1].Equals(place) ? old.Args[0] : old, place, total)
            : null;
    }

    private static Value Extended(Value content, bool isOneRow) =>
        content.With(isOneRow ? content.Flags | ValueFlags.OneRow : content.Flags & ~ValueFlags.OneRow);

    // s[i, j] and s[i * n + j] in a loop over j: i is somebody else's, and so the loop fills row i and no other.
    private bool IsOwnOnly(Value place) =>
        own.Contains(place) || place.Is(Op.Const) || place.Equals(LoopIndex.Appended) || (place.Args.Length > 0 && place.Args.All(IsOwnOnly));

    private static bool IsStep(Value last, Value running) =>
        last.Op is Op.Add or Op.Sub && ((last.Args[0].Equals(running) && last.Args[1].Is(Op.Const)) || (last.Args[1].Equals(running) && last.Args[0].Is(Op.Const)));

    /// <summary>The value over all passes: x[i] becomes x, x[r·C + i] a view of x, anything else that varies a leaf.</summary>
    private Value Lift(Value value)
    {
        if (own.Contains(value))
        {
            return Value.Leaf(new object(), value.Name, value.Type);
        }

        if (value.Op is Op.Element or Op.View && value.Args.Length > 1 && MentionsCounterInPlace(value))
        {
            return LiftPlace(value);
        }

        if (value.Args.Length == 0)
        {
            return value;
        }

        var args = ImmutableArray.CreateBuilder<Value>(value.Args.Length);
        bool changed = false;
        foreach (Value arg in value.Args)
        {
            Value lifted = Lift(arg);
            changed |= !ReferenceEquals(lifted, arg);
            args.Add(lifted);
        }

        return changed ? value.WithArgs(args.MoveToImmutable()) : value;
    }

    private Value LiftPlace(Value value)
    {
        Value source = Lift(value.Args[0]);
        if (value.Is(Op.Element) && value.Args.Length == 2 && counters.Contains(value.Args[1]))
        {
            return source;
        }

        var args = ImmutableArray.CreateBuilder<Value>(value.Args.Length);
        args.Add(source);
        for (int i = 1; i < value.Args.Length; i++)
        {
            args.Add(WithHoles(value.Args[i]));
        }

        return Value.Of(Op.View, args.MoveToImmutable());
    }

    private Value WithHoles(Value index)
    {
        if (own.Contains(index))
        {
            return Value.Hole;
        }

        if (index.Args.Length == 0)
        {
            return index;
        }

        var args = ImmutableArray.CreateBuilder<Value>(index.Args.Length);
        foreach (Value arg in index.Args)
        {
            args.Add(WithHoles(arg));
        }

        return index.WithArgs(args.MoveToImmutable());
    }

    private bool MentionsCounterInPlace(Value element)
    {
        for (int i = 1; i < element.Args.Length; i++)
        {
            if (MentionsCounter(element.Args[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool MentionsCounter(Value value) => Mentions(value, counters);

    private bool MentionsRunning(Value value)
    {
        if (own.Contains(value) && !counters.Contains(value))
        {
            return true;
        }

        foreach (Value arg in value.Args)
        {
            if (MentionsRunning(arg))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(Value value, HashSet<Value> set)
    {
        if (set.Contains(value))
        {
            return true;
        }

        foreach (Value arg in value.Args)
        {
            if (Mentions(arg, set))
            {
                return true;
            }
        }

        return false;
    }
}
