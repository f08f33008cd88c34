using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;

namespace LossGen.Generators.Writing.Passes;

/// <content>What the steps of a pass are combined into.</content>
internal abstract partial class PassWriter
{
    // Accumulators that their first value will declare.
    private readonly HashSet<string> awaited = new(System.StringComparer.Ordinal);

    /// <summary>Whether a row is long enough for its partial sums to go to a second level.</summary>
    protected virtual bool IsLong => false;

    /// <summary>Whether there are sums that do.</summary>
    protected bool Flushes => IsLong && reductions.Any(reduce => !Lasts(reduce));

    /// <summary>Whether the largest exponential is kept apart while summing; otherwise the row's sum decides whether that is needed.</summary>
    protected virtual bool KeepsTop(Reduce reduce) => false;

    /// <summary>The type of a sum's accumulator.</summary>
    protected virtual string SumType => d.Type;

    /// <summary>Declares what a reduction leaves behind.</summary>
    protected virtual void DeclareResult(Reduce reduce)
    {
    }

    protected virtual void DeclareSecondLevel(Reduce reduce)
    {
    }

    protected virtual void AddToSecondLevel(Reduce reduce, string value)
    {
    }

    /// <summary>Turns the accumulators into what the reduction leaves behind.</summary>
    protected abstract void WriteEnd(Reduce reduce);

    protected static bool IsExtreme(Reduce reduce) => reduce.Op is ReduceOp.Max or ReduceOp.Min;

    /// <summary>Whether its accumulators last through the whole pass.</summary>
    protected static bool Lasts(Reduce reduce) => reduce.Op is ReduceOp.Max or ReduceOp.Min or ReduceOp.AtTarget;

    protected static string Acc(Reduce reduce, int accumulator) => reduce.Name + "Acc" + Literals.Integer(accumulator);

    /// <summary>The largest exponential so far of each lane. One chain for all steps: an exponential takes longer than a link of it.</summary>
    protected static string Top(Reduce reduce) => reduce.Name + "Top";

    /// <summary>The accumulators combined.</summary>
    protected string Tree(Reduce reduce)
    {
        List<string> values = [.. Enumerable.Range(0, AccumulatorsOf(reduce)).Select(a => Acc(reduce, a))];
        while (values.Count > 1)
        {
            values = [.. Enumerable.Range(0, (values.Count + 1) / 2).Select(i => (2 * i) + 1 < values.Count ? Combine(reduce.Op, values[2 * i], values[(2 * i) + 1]) : values[2 * i])];
        }

        return values[0];
    }

    private string Combine(ReduceOp op, string left, string right) => op switch
    {
        ReduceOp.Max => d.Max(left, right),
        ReduceOp.Min => d.Min(left, right),

        // One of them at most has any bits.
        ReduceOp.AtTarget => $"{Parenthesized(left)} | {Parenthesized(right)}",
        ReduceOp.Sum or ReduceOp.SumOthers => $"{Parenthesized(left)} + {Parenthesized(right)}",
        _ => throw new System.NotSupportedException($"Nothing combines two results of {op}."),
    };

    private void Accumulate(string suffix, int accumulator, bool flushed)
    {
        foreach (var reduce in reductions)
        {
            string value = Print(reduce.Body, suffix);
            int place = System.Math.Min(accumulator, AccumulatorsOf(reduce) - 1);
            string into = Acc(reduce, place);
            if (IsExtreme(reduce))
            {
                w.Line(awaited.Remove(into) ? $"{d.Type} {into} = {value};" : $"{into} = {Combine(reduce.Op, into, value)};");
                continue;
            }

            if (reduce.Op == ReduceOp.AtTarget)
            {
                w.Line($"{into} = {d.Print(new Choose(new Name(IsTarget + suffix, Shape.Class), new Name(value, Shape.Class), new Name(into, Shape.Row)), name => name.Id)};");
                continue;
            }

            value = suffix == "Tail" ? $"{loop.Fresh} & {Parenthesized(value)}" : value;
            if (KeepsTop(reduce))
            {
                // The larger goes on, the smaller is added: what is never added is one of the largest, which is 1. NaN is not lost either way.
                string top = Top(reduce);
                if (awaited.Remove(top))
                {
                    w.Line($"{d.Type} {top} = {value};");
                    continue;
                }

                if (suffix == "Tail")
                {
                    w.Line($"{d.Type} {reduce.Name}Tail = {value};");
                    value = reduce.Name + "Tail";
                }

                Add(reduce, into, d.Min(value, top), flushed);
                w.Line($"{top} = {d.Max(top, value)};");
                continue;
            }

            Add(reduce, into, suffix == "Tail" && !flushed ? "(" + value + ")" : value, flushed);
        }
    }

    private void Add(Reduce reduce, string into, string value, bool flushed)
    {
        if (flushed)
        {
            AddToSecondLevel(reduce, value);
            return;
        }

        w.Line(awaited.Remove(into) ? $"{SumType} {into} = {value};" : $"{into} += {value};");
    }

    /// <summary>Lets every accumulator be declared by its first value.</summary>
    private void AwaitFirstValues()
    {
        foreach (var reduce in reductions)
        {
            if (reduce.Op == ReduceOp.AtTarget)
            {
                DeclareLasting(reduce);
                continue;
            }

            awaited.UnionWith(Enumerable.Range(0, AccumulatorsOf(reduce)).Select(a => Acc(reduce, a)));
            if (KeepsTop(reduce))
            {
                awaited.Add(Top(reduce));
            }
        }
    }

    /// <summary>A single largest term leaves nothing to add.</summary>
    private void DeclareUnused()
    {
        foreach (string name in awaited)
        {
            w.Line($"{d.Type} {name} = {d.Number(0)};");
        }

        awaited.Clear();
    }

    /// <summary>Maxima, minima, the largest exponentials, the target's: what lasts through the whole pass.</summary>
    private void DeclareLasting()
    {
        foreach (var reduce in reductions)
        {
            DeclareLasting(reduce);
        }
    }

    private void DeclareLasting(Reduce reduce)
    {
        if (KeepsTop(reduce))
        {
            w.Line($"{d.Type} {Top(reduce)} = {d.Number(0)};");
        }

        if (!Lasts(reduce))
        {
            return;
        }

        double start = reduce.Op == ReduceOp.Max ? double.NegativeInfinity : reduce.Op == ReduceOp.Min ? double.PositiveInfinity : 0;
        for (int a = 0; a < AccumulatorsOf(reduce); a++)
        {
            w.Line($"{d.Type} {Acc(reduce, a)} = {d.Number(start)};");
        }
    }

    private void DeclareSums()
    {
        foreach (var reduce in reductions.Where(reduce => !Lasts(reduce)))
        {
            for (int a = 0; a < AccumulatorsOf(reduce); a++)
            {
                w.Line($"{SumType} {Acc(reduce, a)} = {(SumType == "double" ? "0" : d.Number(0))};");
            }
        }
    }
}
