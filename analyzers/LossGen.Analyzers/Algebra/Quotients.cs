using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Algebra;

/// <summary>Recognises the functions that programs write as a quotient of exponentials.</summary>
internal static class Quotients
{
    public static Value? Recognise(Value numerator, Value denominator) =>
        Sigmoid(numerator, denominator) ?? Softmax(numerator, denominator) ?? SoftmaxOfFew(numerator, denominator)
            ?? RunningSum(numerator, denominator);

    // (c + exp(x))/Σ exp(x), where c is what the passes before have summed: the sum of the shares so far.
    private static Value? RunningSum(Value numerator, Value denominator) =>
        numerator is { Op: Op.Add, Args: [{ Op: Op.LoopVariable } before, var term] } && Softmax(term, denominator) is { } share
            ? Value.Of(Op.Add, Value.Of(Op.Div, before, denominator), share)
            : null;

    // 1/(1 + exp(−x)), exp(x)/(1 + exp(x))
    private static Value? Sigmoid(Value numerator, Value denominator)
    {
        if (!denominator.Is(Op.Add) || ExponentOf(denominator) is not { } exponent)
        {
            return null;
        }

        if (numerator.IsConst(1) || numerator.IsConst(-1))
        {
            Value sigmoid = Value.Of(Op.Sigmoid, Canonical.Negate(exponent));
            return numerator.IsConst(1) ? sigmoid : Canonical.Negate(sigmoid);
        }

        return numerator.Is(Op.Exp) && numerator.Args[0].Equals(exponent) ? Value.Of(Op.Sigmoid, exponent).With(ValueFlags.Naive) : null;
    }

    private static Value? ExponentOf(Value onePlusExp)
    {
        Value a = onePlusExp.Args[0];
        Value b = onePlusExp.Args[1];
        return a.IsConst(1) && b.Is(Op.Exp) ? b.Args[0] : b.IsConst(1) && a.Is(Op.Exp) ? a.Args[0] : null;
    }

    // exp(v)/Σ exp(v)
    private static Value? Softmax(Value numerator, Value denominator)
    {
        Value masked = Shape.WithoutPlace(numerator);
        Value exp = Mask.RemoveBesideSum(masked);
        Value sum = Total(Shape.WithoutPlace(Shape.WithoutGuard(Shape.WithoutFallback(denominator))));
        if (!exp.Is(Op.Exp) || !sum.Is(Op.Sum) || Mask.Remove(Shape.WithoutPlace(sum.Args[0])) is not { Op: Op.Exp } summed
            || !(Shape.SameUpToPlace(exp.Args[0], summed.Args[0]) || IsElementBesideItsRow(exp.Args[0], summed.Args[0])))
        {
            return null;
        }

        Value logits = summed.Args[0];
        Value softmax = Shift.Remove(logits) is { } unshifted
            ? Value.Of(Op.Softmax, Mask.Of(unshifted, masked)).With(Shift.Defect(logits))
            : Value.Of(Op.Softmax, Mask.Of(logits, masked)).With(ValueFlags.Unshifted | Shift.Defect(logits));
        return (Place(numerator) ?? Place(exp)) is { } place ? Value.Of(Op.Element, softmax, place) : softmax;
    }

    // The sum of a matrix as the sum of the sums of its rows.
    private static Value Total(Value sum)
    {
        while (sum.Is(Op.Sum) && Shape.WithoutPlace(sum.Args[0]).Is(Op.Sum))
        {
            sum = Shape.WithoutPlace(sum.Args[0]);
        }

        return sum;
    }

    // double Softmax(double one, double[] all): which element of all the one is, only the caller knows.
    private static bool IsElementBesideItsRow(Value one, Value all)
    {
        one = Shape.WithoutPlace(one);
        all = Shape.WithoutPlace(all);
        return one.Op == all.Op && one.Op switch
        {
            Op.Leaf => one.Key is IParameterSymbol { Type: var number } && Types.IsFloating(number) && all.Key is IParameterSymbol { Type: IArrayTypeSymbol or INamedTypeSymbol { Arity: 1 } },
            Op.Div or Op.Mul or Op.Sub => one.Args[1].Equals(all.Args[1]) && IsElementBesideItsRow(one.Args[0], all.Args[0]),
            _ => false,
        };
    }

    // exp(a)/(exp(a) + exp(b) + …), the classes one by one
    private static Value? SoftmaxOfFew(Value numerator, Value denominator)
    {
        Value exp = Shape.WithoutPlace(numerator);
        if (!exp.Is(Op.Exp) || ExponentsOf(denominator) is not { Length: > 1 } logits)
        {
            return null;
        }

        int place = logits.IndexOf(exp.Args[0]);
        if (place < 0)
        {
            return null;
        }

        bool shifted = logits.Any(Shift.IsShifted);
        Value softmax = Value.Of(Op.Softmax, Value.Of(Op.Tuple, logits)).With(shifted ? ValueFlags.None : ValueFlags.Unshifted);
        return Value.Of(Op.Element, softmax, Value.Const(place));
    }

    /// <summary>The exponents of a sum of exponentials written out, or null where anything else is added.</summary>
    public static ImmutableArray<Value>? ExponentsOf(Value sum)
    {
        var exponents = ImmutableArray.CreateBuilder<Value>();
        return Terms(Shape.WithoutPlace(sum), exponents) ? exponents.ToImmutable() : null;
    }

    private static bool Terms(Value sum, ImmutableArray<Value>.Builder logits)
    {
        if (sum.Is(Op.Add))
        {
            return Terms(sum.Args[0], logits) && Terms(sum.Args[1], logits);
        }

        sum = Shape.WithoutPlace(sum);
        if (sum.Is(Op.Exp))
        {
            logits.Add(sum.Args[0]);
        }

        return sum.Is(Op.Exp) || Shape.IsGuard(sum);
    }

    // The index at which the numerator was taken, so that a loop over it is lifted to the whole softmax.
    private static Value? Place(Value value)
    {
        if (value.Is(Op.Element))
        {
            return value.Args[value.Args.Length - 1];
        }

        ImmutableArray<Value> args = value.Args;
        return args.Length > 0 && value.Op is not (Op.MaxOf or Op.Sum or Op.MinOf or Op.Mean) ? Place(args[0]) : null;
    }
}
