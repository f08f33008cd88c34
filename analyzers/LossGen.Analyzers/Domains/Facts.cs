using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Domains;

/// <summary>The comparisons that hold where an expression is evaluated. Values never change, so a fact never expires.</summary>
internal sealed class Facts
{
    private const int Most = 32;

    private readonly ImmutableList<(Value Condition, bool Holds)> known;

    private Facts(ImmutableList<(Value Condition, bool Holds)> known) => this.known = known;

    public static Facts None { get; } = new(ImmutableList<(Value, bool)>.Empty);

    public Facts And(Value condition, bool holds)
    {
        switch (condition.Op)
        {
            case Op.Not:
                return And(condition.Args[0], !holds);
            case Op.And when holds:
            case Op.Or when !holds:
                return And(condition.Args[0], holds).And(condition.Args[1], holds);
            case Op.Greater:
            case Op.GreaterOrEqual:
            case Op.Equal:
                return known.Count >= Most ? this : new Facts(known.Add((condition, holds)));
            default:
                return this;
        }
    }

    /// <summary>What holds on both of two paths.</summary>
    public Facts Common(Facts other) =>
        ReferenceEquals(this, other) ? this : new Facts(known.RemoveAll(fact => !other.known.Contains(fact)));

    /// <summary>
    /// Whether the value, or what it is an element of, has been compared on the way. That p is not y keeps p from nothing.
    /// </summary>
    public bool Compare(Value value) => Compares(value, isAny: true, number: 0);

    /// <summary>Whether the value has been told from a number: 0 is still possible where p is not above 1, or not below 0.</summary>
    public bool TellFrom(Value value, double number) => Compares(value, isAny: false, number);

    private bool Compares(Value value, bool isAny, double number)
    {
        foreach ((Value condition, bool holds) in known)
        {
            (Value one, Value other) = (condition.Args[0], condition.Args[1]);
            if (!IsCheck(condition)
                && ((Shape.SameUpToPlace(one, value) && Tells(condition, other, number, isAny) && (isAny || !Admits(condition, holds, number, other)))
                    || (Shape.SameUpToPlace(other, value) && Tells(condition, one, number, isAny) && (isAny || !Admits(condition, holds, one, number)))))
            {
                return true;
            }
        }

        return false;
    }

    // That p is not y says nothing of p, unless y is a number.
    private static bool Tells(Value condition, Value compared, double number, bool isAny) =>
        !condition.Is(Op.Equal) || (isAny ? compared.Is(Op.Const) : compared.IsConst(number));

    // Whether a comparison with a constant that lies elsewhere holds for the number, too.
    private static bool Admits(Value condition, bool holds, double number, Value other) =>
        !condition.Is(Op.Equal) && other.Is(Op.Const) && IsAbove(condition, number, other.Number) == holds;

    private static bool Admits(Value condition, bool holds, Value one, double number) =>
        !condition.Is(Op.Equal) && one.Is(Op.Const) && IsAbove(condition, one.Number, number) == holds;

    private static bool IsAbove(Value condition, double one, double other) => condition.Is(Op.Greater) ? one > other : one >= other;

    /// <summary>Whether the value, or its size, has been compared with a number near 0 on the way: an activation's branch, or a series for small arguments.</summary>
    public bool NearZero(Value value)
    {
        foreach ((Value condition, _) in known)
        {
            (Value one, Value other) = (condition.Args[0], condition.Args[1]);
            if ((IsNearZero(other) && IsOrSizeOf(one, value)) || (IsNearZero(one) && IsOrSizeOf(other, value)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A value's range as far as comparisons with numbers leave it.</summary>
    public Range Within(Value value, Range range)
    {
        foreach ((Value condition, bool holds) in known)
        {
            if (!condition.Is(Op.Equal))
            {
                (Value larger, Value smaller) = holds ? (condition.Args[0], condition.Args[1]) : (condition.Args[1], condition.Args[0]);
                range = larger.Is(Op.Const) && Shape.SameUpToPlace(smaller, value) ? range.Between(double.NegativeInfinity, larger.Number)
                    : smaller.Is(Op.Const) && Shape.SameUpToPlace(larger, value) ? range.Between(smaller.Number, double.PositiveInfinity)
                    : range;
            }
        }

        return range;
    }

    private static bool IsNearZero(Value value) => value is { Op: Op.Const, Number: >= -1 and <= 1 };

    private static bool IsOrSizeOf(Value compared, Value value) => Shape.SameUpToPlace(compared.Is(Op.Abs) ? compared.Args[0] : compared, value);

    /// <summary>Whether a probability, which is 0 or above, has been told from 0 on the way: p > ε, or p ≠ 0.</summary>
    public bool Positive(Value probability)
    {
        if (Bound(probability, above: false) || Bound(Value.Of(Op.Abs, probability), above: false))
        {
            return true;
        }

        // 1 − s, where s is not 1
        (Value told, double from) = Shape.WithoutPlace(probability) is { Op: Op.Sub, Args: [{ Op: Op.Const, Number: var one }, var rest] } ? (rest, one) : (probability, 0);

        foreach ((Value condition, bool holds) in known)
        {
            if (!holds && condition.Is(Op.Equal) && ((condition.Args[1].IsConst(from) && Shape.SameUpToPlace(condition.Args[0], told)) || (condition.Args[0].IsConst(from) && Shape.SameUpToPlace(condition.Args[1], told))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the value has been found to be neither infinite nor NaN on the way, or at least asked about.</summary>
    public bool Checked(Value value)
    {
        foreach ((Value condition, bool holds) in known)
        {
            if ((!holds && IsCheck(condition) && Shape.SameUpToPlace(condition.Args[0], value)) || (!condition.Is(Op.Equal) && IsBelowLargest(condition, holds, value)))
            {
                return true;
            }
        }

        return false;
    }

    // x < double.MaxValue, or |x|
    private static bool IsBelowLargest(Value condition, bool holds, Value value)
    {
        Value larger = condition.Args[holds ? 0 : 1];
        Value smaller = condition.Args[holds ? 1 : 0];
        return larger is { Op: Op.Const, Number: >= float.MaxValue } && Shape.SameUpToPlace(smaller.Is(Op.Abs) ? smaller.Args[0] : smaller, value);
    }

    // IsInfinity(x) is x = ∞, and so on.
    private static bool IsCheck(Value condition) => condition.Is(Op.Equal) && condition.Args[1] is { Op: Op.Const, Number: var number } && (double.IsNaN(number) || double.IsInfinity(number));

    /// <summary>Whether a comparison on the way keeps the value from growing (or falling) without bound.</summary>
    public bool Bound(Value value, bool above)
    {
        foreach ((Value condition, bool holds) in known)
        {
            if (condition.Is(Op.Equal))
            {
                continue;
            }

            // "a > b" bounds b from above and a from below; its denial the other way round.
            Value bounded = holds == above ? condition.Args[1] : condition.Args[0];
            Value mirrored = holds == above ? condition.Args[0] : condition.Args[1];
            if (Shape.SameUpToPlace(bounded, value) || Shape.SameUpToPlace(Canonical.Negate(mirrored), value)
                || (value.Is(Op.Sub) && Shape.SameUpToPlace(bounded, value.Args[0]) && Shape.SameUpToPlace(mirrored, value.Args[1])))
            {
                return true;
            }
        }

        return false;
    }
}
