using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Domains;

/// <summary>Knows which values cannot grow, or fall, without limit. "Not known" is the answer for everything else.</summary>
internal static class Bounds
{
    private const int MaxDepth = 12;

    /// <summary>Whether the value stays below some number; a constant must stay below <paramref name="most"/>.</summary>
    public static bool Above(Value value, Facts facts, double most = double.PositiveInfinity) => Limited(value, new Asked(facts, most), above: true, MaxDepth);

    /// <summary>Whether the value stays above some number; a constant must stay above <paramref name="least"/>.</summary>
    public static bool Below(Value value, Facts facts, double least = double.NegativeInfinity) => Limited(value, new Asked(facts, -least), above: false, MaxDepth);

    private static bool Limited(Value value, Asked asked, bool above, int depth)
    {
        if (depth == 0)
        {
            return false;
        }

        if (asked.Facts.Bound(value, above) || (value.Op is not Op.Const && asked.Facts.Bound(Value.Of(Op.Abs, value), above: true)))
        {
            return true;
        }

        bool Same(int arg) => Limited(value.Arg(arg), asked, above, depth - 1);
        bool Opposite(int arg) => Limited(value.Arg(arg), asked, !above, depth - 1);

        return value.Op switch
        {
            Op.Const => !((above ? value.Number : -value.Number) > asked.Most),
            Op.Softmax or Op.Sigmoid or Op.Tanh or Op.Bounded or Op.Probabilities => true,
            Op.Element or Op.View or Op.Truncate or Op.MaxOf or Op.MinOf or Op.Mean => Same(0),
            Op.LogSoftmax or Op.LogSigmoid or Op.LogProbabilities or Op.Log1mExp => above,
            Op.Exp or Op.Expm1 or Op.Softplus or Op.Sqrt => !above || Same(0),
            Op.Abs or Op.Cosh => !above || (Same(0) && Opposite(0)),
            Op.Log or Op.Log2 or Op.Log10 or Op.Log1p => above && Same(0),
            Op.Neg => Opposite(0),
            Op.Min => above ? Same(0) || Same(1) : Same(0) && Same(1),
            Op.Max => above ? Same(0) && Same(1) : Same(0) || Same(1),
            Op.Clamp => ClampLimits(value, above, asked.Most) || Same(0),
            Op.Add => Same(0) && Same(1),
            Op.Tuple => value.Args.All(part => Limited(part, asked, above, depth - 1)),
            Op.Sub => (Same(0) && Opposite(1)) || (above && (Shift.IsCertain(value) || IsMinusSize(value))),
            Op.Mul => Product(value, asked, above, depth),
            Op.Div => value.Arg(1).Is(Op.Const) ? (value.Arg(1).Number > 0 ? Same(0) : Opposite(0)) : above && Shift.IsCertain(value.Arg(0)),
            Op.Pow => !above && value.Arg(1).Is(Op.Const) && value.Arg(1).Number % 2 == 0,
            Op.Choose => Limited(value.Arg(1), asked with { Facts = asked.Facts.And(value.Arg(0), holds: true) }, above, depth - 1)
                && Limited(value.Arg(2), asked with { Facts = asked.Facts.And(value.Arg(0), holds: false) }, above, depth - 1),
            Op.Leaf or Op.Member or Op.LoopVariable => IsLimitedDomain(value.DeclaredDomain, above) || IsCounter(value),
            _ => false,
        };
    }

    private static bool Product(Value value, Asked asked, bool above, int depth)
    {
        Value a = value.Arg(0);
        Value b = value.Arg(1);
        if (a.Equals(b))
        {
            return !above;
        }

        if (b.Is(Op.Const))
        {
            (a, b) = (b, a);
        }

        if (IsCounter(a) || IsCounter(b))
        {
            return true;
        }

        if (a.Is(Op.Const))
        {
            return Limited(b, asked, a.Number >= 0 ? above : !above, depth - 1);
        }

        // s·(a − b) where a is not above b
        if (above && ((a.Is(Op.Sub) && asked.Facts.Bound(a, above: true)) || (b.Is(Op.Sub) && asked.Facts.Bound(b, above: true))))
        {
            return true;
        }

        // −|x|·s and −d²·s stay below 0 only where s is positive, which nobody writes down; people who write them know it.
        return IsSquareOrSize(a) || IsSquareOrSize(b) ? !above : IsNegatedSize(a) || IsNegatedSize(b) ? above : above && Shift.IsCertain(value);
    }

    // What a loop counts through is a grid, not scores.
    private static bool IsCounter(Value value) =>
        Types.IsInteger(value.Type) && (value.Is(Op.LoopVariable) || (value.Is(Op.Leaf) && value.Key is not ISymbol));

    private static bool IsSquareOrSize(Value value) =>
        value.Is(Op.Abs) || (value.Is(Op.Mul) && value.Args[0].Equals(value.Args[1])) || (value.Is(Op.Pow) && value.Arg(1).IsConst(2));

    // x − 2·x·(x ≥ 0 ? 1 : 0) is −|x|.
    private static bool IsMinusSize(Value difference)
    {
        Value x = difference.Args[0];
        return difference.Args[1] is { Op: Op.Mul, Args: [{ Op: Op.Mul } twice, { Op: Op.Choose } sign] }
            && twice.Args.Contains(Value.Const(2)) && twice.Args.Contains(x)
            && sign.Args[0] is { Op: Op.Greater or Op.GreaterOrEqual } test && test.Args[0].Equals(x) && test.Args[1].IsConst(0) && sign.Args[1].IsConst(1) && sign.Args[2].IsConst(0);
    }

    private static bool IsNegatedSize(Value value) => value.Is(Op.Neg) && IsSquareOrSize(value.Args[0]);

    // clamp(x, low, high); a library with one limit leaves the other out.
    private static bool ClampLimits(Value clamp, bool above, double most) => clamp.Arg(above ? 2 : 1) switch
    {
        { Op: Op.Unknown } => false,
        { Op: Op.Const, Number: var limit } => !((above ? limit : -limit) > most),
        _ => true,
    };

    private static bool IsLimitedDomain(Domain domain, bool above) =>
        domain == Domain.Probabilities || (domain == Domain.LogProbabilities && above);

    /// <summary>One question, all the way down.</summary>
    /// <param name="Facts">The comparisons that hold.</param>
    /// <param name="Most">How far from 0 a constant may lie, on the side that is asked about.</param>
    private readonly record struct Asked(Facts Facts, double Most);
}
