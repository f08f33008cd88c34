using System;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Domains;

/// <summary>Between which numbers a value lies: the function's own range, one step of interval arithmetic an operation, and the
/// comparisons on the way.</summary>
internal static class Ranges
{
    private const int MaxDepth = 12;

    public static Range Of(Value value, Facts facts) => Of(value, facts, MaxDepth);

    private static Range Of(Value value, Facts facts, int depth)
    {
        if (depth == 0)
        {
            return Range.Unknown;
        }

        Range own = OwnOf(value, facts, depth);
        return value.Is(Op.Const) ? own : facts.Within(value, own);
    }

    private static Range OwnOf(Value value, Facts facts, int depth)
    {
        Range Arg(int index) => Of(value.Arg(index), facts, depth - 1);

        return value.Op switch
        {
            Op.Const => double.IsNaN(value.Number) ? Range.Unknown : new Range(value.Number, value.Number, IsReached: true),
            Op.Softmax or Op.Sigmoid or Op.Probabilities or Op.OneHot => Range.Probability,
            Op.LogSoftmax or Op.LogSigmoid or Op.LogProbabilities => new Range(double.NegativeInfinity, 0, IsReached: true),
            Op.Linear or Op.Logits => Range.Free,
            Op.Leaf or Op.Member or Op.LoopVariable or Op.Item => OfDomain(value.DeclaredDomain),
            Op.Bounded => Bounded(value),
            Op.Tanh => Activated(Arg(0)).Through(Math.Tanh),
            Op.Softplus => Activated(Arg(0)).Through(Softplus),
            Op.Exp => Activated(Arg(0)).Through(Math.Exp),
            Op.Expm1 => Activated(Arg(0)).Through(x => Math.Exp(x) - 1),
            Op.Max => Larger(Arg(0), Arg(1)),
            Op.Min => -Larger(-Arg(0), -Arg(1)),
            Op.Clamp => Arg(0).Between(EndOf(value.Arg(1), double.NegativeInfinity), EndOf(value.Arg(2), double.PositiveInfinity)),
            Op.Abs => Sized(Arg(0)),
            Op.Sqrt => Arg(0).Between(0, double.PositiveInfinity).Through(Math.Sqrt),
            Op.Neg => -Arg(0),
            Op.Add => Arg(0) + Arg(1),
            Op.Sub => Arg(0) + -Arg(1),
            Op.Mul when value.Arg(0).Equals(value.Arg(1)) => Squared(Arg(0)),
            Op.Mul => Arg(0) * Arg(1),
            Op.Pow when value.Arg(1).IsConst(2) => Squared(Arg(0)),
            Op.Div when IsSoftsign(value) => new Range(-1, 1, IsReached: true),
            Op.Div => Arg(0) / Arg(1),
            Op.Element or Op.View or Op.Mean or Op.MaxOf or Op.MinOf or Op.Same => Arg(0),
            Op.Tuple => Any(value, facts, depth),
            Op.Choose => Of(value.Arg(1), facts.And(value.Arg(0), holds: true), depth - 1).With(Of(value.Arg(2), facts.And(value.Arg(0), holds: false), depth - 1)),
            _ => Range.Unknown,
        };
    }

    // What goes into an activation is there to be any number, unless something says otherwise.
    private static Range Activated(Range input) => input.IsUnknown ? Range.Free : input;

    private static Range OfDomain(Domain domain) => domain switch
    {
        Domain.Probabilities => Range.Probability,
        Domain.LogProbabilities => new Range(double.NegativeInfinity, 0, IsReached: true),
        Domain.Logits => Range.Free,
        _ => Range.Unknown,
    };

    private static Range Bounded(Value value) =>
        value is { Args: [_, { Op: Op.Const, Number: var low }, { Op: Op.Const, Number: var high }] }
            ? new Range(low, high, IsReached: true) : Range.Unknown;

    private static Range Larger(Range a, Range b) => new(Math.Max(a.Low, b.Low), Math.Max(a.High, b.High), a.IsReached && b.IsReached);

    private static Range Sized(Range x) => new(
        x.Low >= 0 ? x.Low : x.High <= 0 ? -x.High : 0, Math.Max(Math.Abs(x.Low), Math.Abs(x.High)), x.IsReached);

    private static Range Squared(Range x)
    {
        Range size = Sized(x);
        return new Range(size.Low * size.Low, size.High * size.High, x.IsReached);
    }

    /// <summary>log(1 + exp(x)), without overflow.</summary>
    public static double Softplus(double x) => x > 30 ? x : Math.Log(1 + Math.Exp(x));

    // x / (1 + |x|)
    private static bool IsSoftsign(Value quotient) => quotient.Arg(1) is { Op: Op.Add, Args: [var a, var b] }
        && ((a.IsConst(1) && IsSizeOf(b, quotient.Args[0])) || (b.IsConst(1) && IsSizeOf(a, quotient.Args[0])));

    private static bool IsSizeOf(Value size, Value x) => size.Is(Op.Abs) && size.Args[0].Equals(x);

    private static double EndOf(Value limit, double none) => limit.Is(Op.Const) ? limit.Number : none;

    private static Range Any(Value tuple, Facts facts, int depth)
    {
        if (tuple.Args.IsEmpty)
        {
            return Range.Unknown;
        }

        Range all = Of(tuple.Args[0], facts, depth - 1);
        for (int i = 1; i < tuple.Args.Length; i++)
        {
            all = all.With(Of(tuple.Args[i], facts, depth - 1));
        }

        return all;
    }
}
