using System.Linq;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Algebra;

/// <summary>Knows when something is subtracted that keeps an exponential from overflowing.</summary>
internal static class Shift
{
    /// <summary>Whether the value has been reduced by its maximum, or by something that may well be it.</summary>
    public static bool IsShifted(Value value) => Has(value, certain: false);

    /// <summary>Whether what the value has been reduced by is a maximum, or is called one.</summary>
    public static bool IsCertain(Value value) => Has(value, certain: true);

    /// <summary>The value before its maximum was subtracted, or null.</summary>
    public static Value? Remove(Value value)
    {
        Value bare = Shape.WithoutPlace(value);
        return bare.Is(Op.Sub) && IsMaximum(bare.Args[1], certain: false) ? bare.Args[0]
            : IsShifted(bare) ? bare
            : null;
    }

    /// <summary>What is wrong with the subtrahend of x − m for all x of a row, as a flag; none where it may be the maximum.</summary>
    public static ValueFlags Defect(Value value)
    {
        value = Shape.WithoutPlace(value);
        if (!value.Is(Op.Sub))
        {
            return ValueFlags.None;
        }

        Value row = Shape.WithoutPlace(value.Args[0]);
        Value subtrahend = Shape.WithoutPlace(value.Args[1]);
        return IsOfAllRows(subtrahend, value.Args[0]) && !IsOfOneRow(value.Args[1]) ? ValueFlags.ShiftedByBatch
            : subtrahend.Flags.HasFlag(ValueFlags.StartedHigh) && Shape.SameUpToPlace(subtrahend.Args[0].Arg(0), row) ? ValueFlags.ShiftedFromHigh
            : IsMeanOf(subtrahend, row) || IsFirst(value.Args[1], row) || IsOfAnother(subtrahend, row) ? ValueFlags.ShiftedByOther
            : ValueFlags.None;
    }

    // max over x[,] where the exponentials are those of x[r, ·]
    private static bool IsOfAllRows(Value maximum, Value part)
    {
        if (!maximum.Is(Op.MaxOf) || part.Op is not (Op.Element or Op.View) || !LoopIndex.Mentions(part) || part.Args[0].Op is Op.Element or Op.View || part.Args[0].Flags.HasFlag(ValueFlags.OneRow))
        {
            return false;
        }

        while (maximum.Is(Op.MaxOf))
        {
            maximum = maximum.Args[0];
        }

        bool whole = maximum.Op is not (Op.Element or Op.View) || !LoopIndex.Mentions(maximum);
        return whole && Shape.WithoutPlace(maximum).Equals(Shape.WithoutPlace(part));
    }

    // maxima[r]: an array of maxima holds one of each row.
    private static bool IsOfOneRow(Value maximum) => maximum.Op is Op.Element or Op.View && LoopIndex.Mentions(maximum);

    // The maximum of another parameter, which the row was not computed from
    private static bool IsOfAnother(Value maximum, Value row) =>
        maximum.Is(Op.MaxOf) && row is { Op: Op.Leaf, Key: IParameterSymbol x } && Shape.WithoutPlace(maximum.Args[0]) is { Op: Op.Leaf, Key: IParameterSymbol of }
        && !SymbolEqualityComparer.Default.Equals(x, of) && Memory.IsMemory(x.Type) && Memory.IsMemory(of.Type);

    // Σ x / n, by name or by hand
    private static bool IsMeanOf(Value mean, Value row)
    {
        Value sum = mean.Is(Op.Div) ? Shape.WithoutPlace(mean.Args[0]) : mean;
        return (mean.Is(Op.Mean) || (mean.Is(Op.Div) && sum.Is(Op.Sum))) && Shape.SameUpToPlace(sum.Args[0], row);
    }

    // x[0]
    private static bool IsFirst(Value value, Value row) =>
        row.Op is not Op.Member && !Names.Say(Meaning.Sorted, row.Name) && value is { Op: Op.Element, Args.Length: 2 } && value.Args[1].IsConst(0) && value.Args[0].Equals(row);

    private static bool Has(Value value, bool certain)
    {
        value = Shape.WithoutPlace(value);
        switch (value.Op)
        {
            case Op.Sub:
                return IsMaximum(value.Args[1], certain) || Shape.WithoutPlace(value.Args[0]).Is(Op.MinOf) || Has(value.Args[0], certain);
            case Op.Add or Op.Mul:
                return Has(value.Args[0], certain) || Has(value.Args[1], certain);
            case Op.Div:
                return Has(value.Args[0], certain);
            case Op.Neg:
                return IsNegativeShift(value.Args[0], certain);
            case Op.Choose:
                return IsOnEveryWay(value.Args[1], value.Args[2], certain);
            case Op.Tuple:
                return value.Args.Length > 0 && value.Args.All(part => Has(part, certain));
            case Op.LogSoftmax:
                return true;
            case Op.Leaf or Op.Member or Op.LoopVariable:
                return certain ? value.Name is { } name && Names.IsMaximum(name, Degree.Sure) : IsNamed(value);
            default:
                return false;
        }
    }

    // What is masked is a constant; a row that is rescaled on one way only overflows on the other.
    private static bool IsOnEveryWay(Value one, Value other, bool certain) =>
        one.Is(Op.Const) ? Has(other, certain) : Has(one, certain) && (other.Is(Op.Const) || Has(other, certain));

    // −(max − x) and −(x − min), perhaps scaled
    private static bool IsNegativeShift(Value value, bool certain)
    {
        value = Shape.WithoutPlace(value);
        return value.Op switch
        {
            Op.Sub => IsMaximum(value.Args[0], certain) || IsMinimum(value.Args[1], certain),
            Op.Div => IsNegativeShift(value.Args[0], certain),
            Op.Mul => IsNegativeShift(value.Args[0], certain) || IsNegativeShift(value.Args[1], certain),
            _ => false,
        };
    }

    private static bool IsMaximum(Value value, bool certain)
    {
        value = Shape.WithoutPlace(value);
        return value.Op switch
        {
            Op.MaxOf or Op.Max => true,
            Op.Const or Op.Mean or Op.MinOf => false,
            Op.Mul when certain => IsMaximum(value.Args[0], certain) || IsMaximum(value.Args[1], certain),
            _ => !certain || (value.Op is Op.Leaf or Op.Member or Op.LoopVariable or Op.Choose && value.Name is { } name && Names.IsMaximum(name, Degree.Certain)),
        };
    }

    private static bool IsMinimum(Value value, bool certain)
    {
        value = Shape.WithoutPlace(value);
        return value.Op is Op.MinOf or Op.Min || (!certain && value.Op is not (Op.Const or Op.Mean or Op.MaxOf));
    }

    private static bool IsNamed(Value value) => value.Name is { } name && Names.IsMaximum(name, Degree.Likely);
}
