using System.Collections.Immutable;

namespace LossGen.Analyzers.Algebra;

/// <summary>Knows the probability of what happened: "y = 1 ? p : 1 − p" and y·p + (1 − y)·(1 − p).</summary>
internal static class Outcome
{
    /// <summary>What may be the p of such a value: of y·p + (1 − y)·(1 − p) nothing tells y from p.</summary>
    public static ImmutableArray<Value> Probabilities(Value value)
    {
        value = Shape.WithoutGuard(value);
        return value.Op switch
        {
            Op.Choose when OfPair(value.Args[1], value.Args[2]) is { } p => ImmutableArray.Create(p),
            Op.Add when value.Args[0].Is(Op.Mul) && value.Args[1].Is(Op.Mul) => OfBlend(value.Args[0].Args, value.Args[1].Args),
            _ => ImmutableArray<Value>.Empty,
        };
    }

    private static ImmutableArray<Value> OfBlend(ImmutableArray<Value> one, ImmutableArray<Value> other)
    {
        (Value? first, Value? second) = (OfPair(one[0], other[0]), OfPair(one[1], other[1]));
        if (first is null || second is null)
        {
            (first, second) = (OfPair(one[0], other[1]), OfPair(one[1], other[0]));
        }

        return first is null || second is null ? ImmutableArray<Value>.Empty : ImmutableArray.Create(first, second);
    }

    private static Value? OfPair(Value a, Value b) => IsComplement(a, b) ? b : IsComplement(b, a) ? a : null;

    private static bool IsComplement(Value complement, Value of)
    {
        complement = Shape.WithoutGuard(complement);
        return complement.Is(Op.Sub) && complement.Args[0].IsConst(1) && Shape.WithoutGuard(complement.Args[1]).Equals(Shape.WithoutGuard(of));
    }
}
