using System;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Patterns;

/// <summary>The vocabulary in which rules say what they look for.</summary>
internal static class P
{
    /// <summary>Anything, under a name.</summary>
    public static Pattern Any(string name) => new Named(name, inner: null);

    /// <summary>What the inner pattern fits, under a name.</summary>
    public static Pattern As(string name, Pattern inner) => new Named(name, inner);

    public static Pattern Number(double number) => new Where(value => value.IsConst(number));

    /// <summary>A number at or below a limit.</summary>
    public static Pattern Below(double limit) => new Where(value => value.Is(Op.Const) && value.Number <= limit);

    /// <summary>What people add to keep a logarithm finite.</summary>
    public static Pattern Epsilon() => new Where(Shape.IsGuard);

    /// <summary>1, or 1 with an epsilon added.</summary>
    public static Pattern AboutOne() => new Where(value => value.Is(Op.Const) && Math.Abs(value.Number - 1) <= 1e-2);

    /// <summary>An operation; sums and products fit in either order. Further arguments, such as an axis, are free.</summary>
    public static Pattern Is(Op op, params Pattern[] args) => new Operation(op, args.ToImmutableArray());

    public static Pattern Either(params Pattern[] patterns) => new AnyOf(patterns.ToImmutableArray());

    /// <summary>The value or an element, slice or view of it.</summary>
    public static Pattern Placed(Pattern inner) => new Seen(Shape.WithoutPlace, inner);

    /// <summary>The value, perhaps behind an epsilon or a clip: p[i] of p[i] + ε, or p where the place does not matter.</summary>
    public static Pattern Guarded(Pattern inner) => Either(new Seen(Shape.Unguarded, inner), new Seen(Shape.WithoutGuard, inner));

    /// <summary>The probability of what happened, p or 1 − p, of a p that the inner pattern fits.</summary>
    public static Pattern Outcome(Pattern p) => new SeenAny(Algebra.Outcome.Probabilities, p);

    public static Pattern Exp(Pattern x) => Is(Op.Exp, x);

    public static Pattern Neg(Pattern x) => Is(Op.Neg, x);

    /// <summary>A logarithm to any base.</summary>
    public static Pattern AnyLog(Pattern x) => Either(Is(Op.Log, x), Is(Op.Log2, x), Is(Op.Log10, x), Is(Op.LogBase, x));

    private sealed class Named(string name, Pattern? inner) : Pattern
    {
        public override Match? Extend(Match match, Value value) =>
            inner is null ? match.With(name, value) : inner.Extend(match, value)?.With(name, value);
    }

    private sealed class Where(Func<Value, bool> holds) : Pattern
    {
        public override Match? Extend(Match match, Value value) => holds(value) ? match : null;
    }

    private sealed class Seen(Func<Value, Value> through, Pattern inner) : Pattern
    {
        public override Match? Extend(Match match, Value value) => inner.Extend(match, through(value));
    }

    private sealed class SeenAny(Func<Value, ImmutableArray<Value>> through, Pattern inner) : Pattern
    {
        public override Match? Extend(Match match, Value value)
        {
            foreach (Value seen in through(value))
            {
                if (inner.Extend(match, seen) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }

    private sealed class AnyOf(ImmutableArray<Pattern> patterns) : Pattern
    {
        public override Match? Extend(Match match, Value value)
        {
            foreach (Pattern pattern in patterns)
            {
                if (pattern.Extend(match, value) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }

    private sealed class Operation(Op op, ImmutableArray<Pattern> args) : Pattern
    {
        public override Match? Extend(Match match, Value value)
        {
            if (value.Op != op || value.Args.Length < args.Length)
            {
                return null;
            }

            return InOrder(match, value.Args) ?? (op is Op.Add or Op.Mul or Op.Max or Op.Min && args.Length == 2
                ? InOrder(match, ImmutableArray.Create(value.Args[1], value.Args[0]))
                : null);
        }

        private Match? InOrder(Match match, ImmutableArray<Value> values)
        {
            Match? current = match;
            for (int i = 0; i < args.Length && current is not null; i++)
            {
                current = args[i].Extend(current, values[i]);
            }

            return current;
        }
    }
}
