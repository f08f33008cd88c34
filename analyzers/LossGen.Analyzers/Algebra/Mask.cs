using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Algebra;

/// <summary>Exponentials of which some are left out: "allowed ? exp(x) : 0", and what a softmax of them is a softmax of.</summary>
internal static class Mask
{
    /// <summary>The exponential in "allowed ? exp(x) : 0" and in "if (allowed) e[i] = exp(x[i])" for a new e, or the value as it is.</summary>
    public static Value Remove(Value value) => Remove(value, inSum: true);

    /// <summary>As <see cref="Remove"/>, where the sum is known to have but exponentials: what is not written may have held anything.</summary>
    public static Value RemoveBesideSum(Value value) => Remove(value, inSum: false);

    /// <summary>The logits with −∞ where <paramref name="masked"/> leaves the exponential out.</summary>
    public static Value Of(Value logits, Value masked)
    {
        if (!masked.Is(Op.Choose))
        {
            return logits;
        }

        Value none = Value.Const(double.NegativeInfinity);
        return Shape.WithoutPlace(masked.Args[1]).Is(Op.Exp) ? Value.Of(Op.Choose, masked.Args[0], logits, none) : Value.Of(Op.Choose, masked.Args[0], none, logits);
    }

    private static Value Remove(Value value, bool inSum)
    {
        if (!value.Is(Op.Choose))
        {
            return value;
        }

        Value first = Shape.WithoutPlace(value.Args[1]);
        Value second = Shape.WithoutPlace(value.Args[2]);
        return first.Is(Op.Exp) && IsLeftOut(second, inSum) ? first
            : second.Is(Op.Exp) && IsLeftOut(first, inSum) ? second
            : value;
    }

    private static bool IsLeftOut(Value value, bool inSum) =>
        value.IsConst(0) || (inSum ? value is { Op: Op.Leaf, Name: null, Key: not ISymbol } : value.Op is Op.Leaf or Op.Member or Op.LoopVariable);
}
