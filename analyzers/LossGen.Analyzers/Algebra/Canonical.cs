using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Algebra;

/// <summary>Builds values so that spellings of one thing become one tree.</summary>
internal static class Canonical
{
    public static Value Build(Op op, params Value[] args) => Build(op, args.ToImmutableArray());

    public static Value Build(Op op, ImmutableArray<Value> args) => op switch
    {
        Op.One => Value.Const(1),
        Op.Zero => Value.Const(0),
        Op.Same => args.Length > 0 ? args[0] : Value.Unknown,
        Op.Neg when args.Length == 1 => Negate(args[0]),
        Op.Add or Op.Sub or Op.Mul or Op.Div when args.Length == 2 => Binary(op, args[0], args[1]),
        Op.Element when args.Length >= 2 => ElementOf(args),
        Op.View when args.Length == 1 => args[0],
        Op.View when args[0].Is(Op.Store) => ViewOfStore(args),
        Op.Choose when args.Length == 3 => Choose(args[0], args[1], args[2]),
        Op.Abs when args.Length == 1 && IsNeverNegative(args[0]) => args[0],
        Op.Not when args.Length == 1 && args[0].Is(Op.Not) => args[0].Args[0],
        Op.Item when args.Length == 2 => Item(args[0], args[1], args),
        Op.Tuple when args.Length > 1 => Whole(args) ?? Value.Of(op, args),
        Op.Pow when args.Length == 2 && args[0].Is(Op.Const) && args[1].Is(Op.Const) => Value.Const(Math.Pow(args[0].Number, args[1].Number)),
        Op.Pow when args.Length == 2 && IsE(args[0]) => Value.Of(Op.Exp, args[1]),
        Op.Norm when args.Length == 2 && args[0].Is(Op.Exp) && args[1].IsConst(1) => Value.Of(Op.Sum, args[0]),
        Op.LogBase when args.Length == 2 && IsE(args[1]) => Value.Of(Op.Log, args[0]),
        _ => Value.Of(op, args),
    };

    /// <summary>The number e, to as many digits as people write, or as exp(1).</summary>
    private static bool IsE(Value value) => value.Is(Op.Const) ? Math.Abs(value.Number - Math.E) < 1e-3 : value.Is(Op.Exp) && value.Args[0].IsConst(1);

    // |e| of an exponential, |p| of a probability and |1 − p|
    private static bool IsNeverNegative(Value x) => x.Op is Op.Exp or Op.Abs or Op.Sqrt || IsProbability(x)
        || (x.Is(Op.Sub) && x.Args[0].IsConst(1) && IsProbability(x.Args[1]));

    private static bool IsProbability(Value x) => Shape.WithoutPlace(x).Op is Op.Sigmoid or Op.Softmax or Op.Probabilities;

    public static Value Negate(Value x) => x.Op switch
    {
        Op.Const => Value.Const(-x.Number),
        Op.Neg => x.Args[0],
        _ => Value.Of(Op.Neg, x),
    };

    private static Value Binary(Op op, Value a, Value b)
    {
        if (a.Is(Op.Const) && b.Is(Op.Const))
        {
            return Value.Const(Fold(op, a.Number, b.Number));
        }

        switch (op)
        {
            case Op.Add:
                return a.IsConst(0) ? b : b.IsConst(0) ? a : b.Is(Op.Neg) ? Value.Of(Op.Sub, a, b.Args[0]) : a.Is(Op.Neg) ? Value.Of(Op.Sub, b, a.Args[0]) : Value.Of(op, a, b);
            case Op.Sub:
                return b.IsConst(0) ? a : a.IsConst(0) ? Negate(b) : b.Is(Op.Neg) ? Value.Of(Op.Add, a, b.Args[0]) : Value.Of(op, a, b);
            case Op.Mul:
                return a.IsConst(1) ? b : b.IsConst(1) ? a : a.IsConst(-1) ? Negate(b) : b.IsConst(-1) ? Negate(a)
                    : SignFirst(op, a, b) ?? Reciprocal(b, a) ?? Reciprocal(a, b) ?? GuardedReciprocal(b, a) ?? GuardedReciprocal(a, b) ?? Value.Of(op, a, b);
            default:
                return b.IsConst(1) ? a : b.IsConst(-1) ? Negate(a) : SignFirst(op, a, b) ?? Quotients.Recognise(a, b) ?? Value.Of(op, a, b);
        }
    }

    // −a · b and −a / b are −(a · b) and −(a / b)
    private static Value? SignFirst(Op op, Value a, Value b) =>
        a.Is(Op.Neg) ? Negate(Binary(op, a.Args[0], b))
        : b.Is(Op.Neg) && !a.Is(Op.Const) ? Negate(Binary(op, a, b.Args[0]))
        : null;

    // a · (1/b) is a/b: "inv = 1 / sum; p[i] *= inv".
    private static Value? Reciprocal(Value inverse, Value other) =>
        inverse.Is(Op.Div) && inverse.Args[0].IsConst(1) ? Binary(Op.Div, other, inverse.Args[1]) : null;

    // "inv = sum > 0 ? 1 / sum : 0; p[i] *= inv" is a softmax where it is one without the condition.
    private static Value? GuardedReciprocal(Value inverse, Value other) =>
        inverse.Is(Op.Choose) && Shape.WithoutFallback(inverse) is { Op: Op.Div } quotient && quotient.Args[0].IsConst(1) ? Quotients.Recognise(other, quotient.Args[1]) : null;

    private static double Fold(Op op, double a, double b) => op switch
    {
        Op.Add => a + b,
        Op.Sub => a - b,
        Op.Mul => a * b,
        _ => a / b,
    };

    private static Value ElementOf(ImmutableArray<Value> args)
    {
        Value source = args[0];
        if (source.Is(Op.Pairs))
        {
            return Value.Of(Op.Tuple, ImmutableArray.CreateRange(source.Args, part => Build(Op.Element, args.SetItem(0, part))));
        }

        // rows[r][c], where only the second index moves
        if (source is { Op: Op.Element, Args: [{ Op: Op.BeforeLoop, Key: { } run } before, ..] } && LoopIndex.MovesWith(args, run))
        {
            return ElementOf(args.SetItem(0, ElementOf(source.Args.SetItem(0, before.Args[0]))));
        }

        if (source.Is(Op.BeforeLoop) && !LoopIndex.MovesWith(args, source.Key!))
        {
            // What the passes before this one have left at a place that stays the same; a row stays the row that it is.
            return ElementOf(args.SetItem(0, source.Args[0])) is { Op: Op.Reference } row ? row : Value.Of(Op.Element, args);
        }

        if (source.Is(Op.BeforeLoop))
        {
            // What the array held before the loop is still there at the place the loop is about to write, and nowhere else for sure.
            return source.Flags.HasFlag(ValueFlags.OnePlace) || LoopIndex.IsOwnPlace(args) ? Build(Op.Element, args.SetItem(0, source.Args[0])) : Value.Leaf(new object(), source.Name);
        }

        if (source.Is(Op.Store) && args.Length == 2)
        {
            // "list.Add(v); sum += list[i];" in a loop reads what was added.
            if (source.Args[1].Equals(args[1]) || (source.Args[1].Equals(LoopIndex.Appended) && args[1].Is(Op.LoopVariable)))
            {
                return source.Args[2];
            }

            // rows[r] of rows whose element (r, c) was written
            if (source.Args[1] is { Op: Op.Tuple, Args: { Length: > 1 } place } && place[0].Equals(args[1]))
            {
                Value rest = place.Length == 2 ? place[1] : Value.Of(Op.Tuple, place.RemoveAt(0));
                return Value.Of(Op.Store, Build(Op.Element, source.Args[0], args[1]), rest, source.Args[2]);
            }

            return source.Args[1].Is(Op.Const) && args[1].Is(Op.Const)
                ? Build(Op.Element, source.Args[0], args[1])
                : Value.Leaf(new object(), source.Name);
        }

        // An element of all exponentials is the exponential of an element.
        return IsElementwise(source) ? source.WithArgs(ImmutableArray.Create(ElementOf(args.SetItem(0, source.Args[0])))) : Value.Of(Op.Element, args);
    }

    // row = m.Slice(r·n, n); row[c] = v: what was written through a view is written in the view.
    private static Value ViewOfStore(ImmutableArray<Value> args)
    {
        Value store = args[0];
        if (store.Args[1] is not { Op: Op.Tuple, Args: var place } || place.Length != args.Length)
        {
            return Value.Of(Op.View, args);
        }

        for (int i = 1; i < args.Length; i++)
        {
            if (!place[i - 1].Equals(args[i]))
            {
                return Value.Of(Op.View, args);
            }
        }

        return Value.Of(Op.Store, Build(Op.View, args.SetItem(0, store.Args[0])), place[place.Length - 1], store.Args[2]);
    }

    private static bool IsElementwise(Value value) =>
        value.Args.Length == 1 && value.Op is Op.Neg or Op.Abs or Op.Sqrt or Op.Tanh or Op.Sigmoid or Op.LogSigmoid or Op.Softplus
            or Op.Exp or Op.Exp2 or Op.Exp10 or Op.Expm1 or Op.Log or Op.Log2 or Op.Log10 or Op.Log1p;

    private static Value Choose(Value condition, Value a, Value b)
    {
        if (a.Equals(b))
        {
            return a;
        }

        if (condition.Op is Op.Greater or Op.GreaterOrEqual)
        {
            if (condition.Args[0].Equals(a) && condition.Args[1].Equals(b))
            {
                return Value.Of(Op.Max, a, b);
            }

            if (condition.Args[0].Equals(b) && condition.Args[1].Equals(a))
            {
                return Value.Of(Op.Min, a, b);
            }
        }

        return Clip(condition, a, b) ?? OfSame(condition, a, b) ?? WithSeries(condition, a, b) ?? Value.Of(Op.Choose, condition, a, b);
    }

    // x < low ? low : min(x, high), and the same from the other end
    private static Value? Clip(Value condition, Value end, Value rest)
    {
        if (condition.Op is not (Op.Greater or Op.GreaterOrEqual) || rest.Op is not (Op.Min or Op.Max))
        {
            return null;
        }

        bool isBelow = rest.Is(Op.Min);
        (Value limit, Value x) = isBelow ? (condition.Args[0], condition.Args[1]) : (condition.Args[1], condition.Args[0]);
        Value? other = rest.Args[0].Equals(x) ? rest.Args[1] : rest.Args[1].Equals(x) ? rest.Args[0] : null;
        if (other is null || !limit.Equals(end))
        {
            return null;
        }

        (Value low, Value high) = isBelow ? (end, other) : (other, end);
        return AreInOrder(low, high) ? Value.Of(Op.Clamp, x, low, high) : null;
    }

    // Of a clip's own parameters one would not work without it.
    private static bool AreInOrder(Value low, Value high) =>
        low.Is(Op.Const) && high.Is(Op.Const) ? low.Number <= high.Number : low.Key is IParameterSymbol && high.Key is IParameterSymbol;

    // { s[0], s[1], … } of a softmax s over so many classes is the softmax.
    private static Value? Whole(ImmutableArray<Value> items)
    {
        Value? whole = items[0].Is(Op.Element) ? items[0].Args[0] : null;
        return whole is { Op: Op.Softmax or Op.LogSoftmax, Args: [{ Op: Op.Tuple, Args: { Length: var length } }] } && length == items.Length
            && items.Select((item, i) => item is { Op: Op.Element, Args: [var of, var place] } && of.Equals(whole) && place.IsConst(i)).All(isElement => isElement)
            ? whole
            : null;
    }

    // |x| > 1e-4 ? log(1 + x) : x − x²/2 is log1p with a series near 0, and the same with exp(x) − 1.
    private static Value? WithSeries(Value condition, Value a, Value b)
    {
        if (condition.Op is not (Op.Greater or Op.GreaterOrEqual))
        {
            return null;
        }

        bool isFar = condition.Args[0].Is(Op.Abs);
        (Value size, Value limit) = isFar ? (condition.Args[0], condition.Args[1]) : (condition.Args[1], condition.Args[0]);
        (Value far, Value near) = isFar ? (a, b) : (b, a);
        if (!size.Is(Op.Abs) || limit is not { Op: Op.Const, Number: > 0 and <= 1 } || Shape.Any(near, part => part.Op is Op.Log or Op.Exp or Op.Unknown))
        {
            return null;
        }

        Value x = size.Args[0];
        return far is { Op: Op.Log, Args: [{ Op: Op.Add, Args: [var one, var other] }] } && ((one.IsConst(1) && other.Equals(x)) || (other.IsConst(1) && one.Equals(x))) ? Value.Of(Op.Log1p, x)
            : far is { Op: Op.Sub, Args: [{ Op: Op.Exp, Args: [var exponent] }, var subtrahend] } && subtrahend.IsConst(1) && exponent.Equals(x) ? Value.Of(Op.Expm1, x)
            : null;
    }

    // training ? softmax(x) : softmax(x / T) is a softmax, of one or the other.
    private static Value? OfSame(Value condition, Value a, Value b) =>
        a.Op == b.Op && a.Op is Op.Softmax or Op.LogSoftmax or Op.Sigmoid or Op.LogSigmoid && a.Flags == b.Flags && a.Args.Length == b.Args.Length && a.Args.Skip(1).SequenceEqual(b.Args.Skip(1))
            ? a.WithArgs(a.Args.SetItem(0, Choose(condition, a.Args[0], b.Args[0]))).At(origin: null)
            : null;

    private static Value Item(Value tuple, Value index, ImmutableArray<Value> args) =>
        tuple.Op is Op.Tuple or Op.Pairs && index.Is(Op.Const) && index.Number >= 0 && index.Number < tuple.Args.Length
            ? tuple.Args[(int)index.Number]
            : Value.Of(Op.Item, args);
}
