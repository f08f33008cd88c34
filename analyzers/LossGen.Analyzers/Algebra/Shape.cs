using System;
using System.Collections.Immutable;
using LossGen.Analyzers.Evidence;

namespace LossGen.Analyzers.Algebra;

/// <summary>Ways to look at a value that ignore what does not change its meaning.</summary>
internal static class Shape
{
    // The largest number that people add or clip with to keep a logarithm finite.
    private const double LargestGuard = 1e-2;

    /// <summary>The value without indexing, slicing and reshaping.</summary>
    public static Value WithoutPlace(Value value)
    {
        while (value.Op is Op.Element or Op.View && value.Args.Length > 0)
        {
            value = value.Args[0];
        }

        return value;
    }

    /// <summary>The value without the epsilons and clips that keep a logarithm or a quotient finite.</summary>
    public static Value WithoutGuard(Value value)
    {
        while ((value.Op is Op.Element or Op.View ? value.Arg(0) : BehindGuard(value)) is { } inner)
        {
            value = inner;
        }

        return value;
    }

    /// <summary>The same, but for elements, slices and views of what has no guard.</summary>
    public static Value Unguarded(Value value)
    {
        while ((value.Op is Op.Element or Op.View && BehindGuard(WithoutPlace(value)) is not null
            ? value.Arg(0) : BehindGuard(value)) is { } inner)
        {
            value = inner;
        }

        return value;
    }

    private static Value? BehindGuard(Value value) => value.Op switch
    {
        Op.Add or Op.Max when IsGuard(value.Arg(0)) => value.Arg(1),
        Op.Add or Op.Max when IsGuard(value.Arg(1)) => value.Arg(0),
        Op.Clamp => value.Arg(0),
        Op.Min when value.Arg(1).Is(Op.Const) || IsOneMinusGuard(value.Arg(1)) => value.Arg(0),
        Op.Min when value.Arg(0).Is(Op.Const) || IsOneMinusGuard(value.Arg(0)) => value.Arg(1),
        _ => null,
    };

    /// <summary>The value without clips to [0, 1], which a probability does not notice.</summary>
    public static Value WithoutIdleClip(Value value)
    {
        while (true)
        {
            Value? inner = value.Op switch
            {
                Op.Clamp when value.Arg(1) is { Op: Op.Const, Number: <= 0 } && value.Arg(2) is { Op: Op.Const, Number: >= 1 } => value.Arg(0),
                Op.Max when value.Arg(1) is { Op: Op.Const, Number: <= 0 } => value.Arg(0),
                Op.Max when value.Arg(0) is { Op: Op.Const, Number: <= 0 } => value.Arg(1),
                Op.Min when value.Arg(1) is { Op: Op.Const, Number: >= 1 } => value.Arg(0),
                Op.Min when value.Arg(0) is { Op: Op.Const, Number: >= 1 } => value.Arg(1),
                _ => null,
            };
            if (inner is null)
            {
                return value;
            }

            value = inner;
        }
    }

    /// <summary>"sum > 0 ? sum : 1" and "sum > 0 ? 1 / sum : 0" without the constant for a sum of nothing.</summary>
    public static Value WithoutFallback(Value value)
    {
        if (!value.Is(Op.Choose))
        {
            return value;
        }

        Value constant = value.Args[1].Is(Op.Const) ? value.Args[1] : value.Args[2];
        Value computed = value.Args[1].Is(Op.Const) ? value.Args[2] : value.Args[1];
        return constant.Is(Op.Const) && IsComparedWithZero(computed.Is(Op.Div) ? computed.Args[1] : computed, value.Args[0]) ? computed : value;
    }

    /// <summary>Whether two values are computed alike, whichever elements they are computed from.</summary>
    public static bool SameUpToPlace(Value a, Value b)
    {
        a = WithoutPlace(a);
        b = WithoutPlace(b);
        if (a.Op != b.Op || a.Args.Length != b.Args.Length || !a.HasKeyOf(b))
        {
            return false;
        }

        if (a.Args.Length == 0)
        {
            return a.Equals(b);
        }

        for (int i = 0; i < a.Args.Length; i++)
        {
            if (!SameUpToPlace(a.Args[i], b.Args[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether <paramref name="part"/> occurs in <paramref name="whole"/>.</summary>
    public static bool Contains(Value whole, Value part)
    {
        if (whole.Equals(part))
        {
            return true;
        }

        if (whole.Size <= part.Size)
        {
            return false;
        }

        foreach (Value arg in whole.Args)
        {
            if (Contains(arg, part))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value without the expressions that computed it, which mean nothing in another body.</summary>
    public static Value Detached(Value value) =>
        (value.Args.IsEmpty ? value : value.WithArgs(ImmutableArray.CreateRange(value.Args, Detached))).At(origin: null);

    /// <summary>Whether any part of a value, itself included, is of a kind.</summary>
    public static bool Any(Value whole, Func<Value, bool> isOfKind)
    {
        if (isOfKind(whole))
        {
            return true;
        }

        foreach (Value arg in whole.Args)
        {
            if (Any(arg, isOfKind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A tiny constant, or a leaf that is named as one.</summary>
    public static bool IsGuard(Value value) => value.Op switch
    {
        Op.Const => value.Number is > 0 and <= LargestGuard,
        Op.Leaf or Op.Member => value.Name is { } name && Names.Say(Meaning.Epsilon, name),
        _ => false,
    };

    private static bool IsComparedWithZero(Value value, Value condition) => condition.Op switch
    {
        Op.Not => IsComparedWithZero(value, condition.Args[0]),
        Op.Greater or Op.GreaterOrEqual or Op.Equal => (condition.Args[0].Equals(value) && IsAboutZero(condition.Args[1])) || (condition.Args[1].Equals(value) && IsAboutZero(condition.Args[0])),
        _ => false,
    };

    private static bool IsAboutZero(Value value) => value.IsConst(0) || IsGuard(value);

    private static bool IsOneMinusGuard(Value value) => value.Is(Op.Sub) && value.Args[0].IsConst(1) && IsGuard(value.Args[1]);
}
