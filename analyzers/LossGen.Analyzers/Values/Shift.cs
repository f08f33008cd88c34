namespace LossGen.Analyzers.Values;

/// <summary>Knows when something is subtracted that keeps an exponential from overflowing.</summary>
internal static class Shift
{
    /// <summary>Whether the value has been reduced by its maximum, or by something that may well be it.</summary>
    public static bool IsShifted(Value value)
    {
        value = Shape.WithoutPlace(value);
        switch (value.Op)
        {
            case Op.Sub:
                return MayBeMaximum(value.Args[1]) || IsMinimum(value.Args[0]) || IsShifted(value.Args[0]);
            case Op.Add:
                return IsShifted(value.Args[0]) || IsShifted(value.Args[1]);
            case Op.Mul:
                return IsShifted(value.Args[0]) || IsShifted(value.Args[1]);
            case Op.Div:
                return IsShifted(value.Args[0]);
            case Op.Neg:
                return value.Args[0].Is(Op.Sub) && MayBeMaximum(value.Args[0].Args[0]);
            case Op.Choose:
                return IsShifted(value.Args[1]) || IsShifted(value.Args[2]);
            case Op.LogSoftmax:
                return true;
            case Op.Leaf or Op.Member or Op.LoopVariable:
                return value.Name is { } name && NameEvidence.IsShift(name);
            default:
                return false;
        }
    }

    /// <summary>The value before its maximum was subtracted, or null.</summary>
    public static Value? Remove(Value value)
    {
        Value bare = Shape.WithoutPlace(value);
        return bare.Is(Op.Sub) && MayBeMaximum(bare.Args[1]) ? bare.Args[0]
            : IsShifted(bare) ? bare
            : null;
    }

    // Only what is certainly no maximum counts as none: a constant, a mean, a plain minimum.
    private static bool MayBeMaximum(Value value)
    {
        value = Shape.WithoutPlace(value);
        return value.Op is not (Op.Const or Op.Mean or Op.MinOf);
    }

    private static bool IsMinimum(Value value) => Shape.WithoutPlace(value).Is(Op.MinOf);
}
