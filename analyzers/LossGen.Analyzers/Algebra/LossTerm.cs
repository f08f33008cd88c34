namespace LossGen.Analyzers.Algebra;

/// <summary>Finds y·log(p) in −Σ y·log(p), whatever its sign and whatever it is averaged over.</summary>
internal static class LossTerm
{
    // A loss is a sum of sums of rows, negated and divided once or twice.
    private const int MostSteps = 8;

    /// <summary>What the logarithm is weighted with, and what it is taken of.</summary>
    public static (Value Weight, Value Logged)? Of(Value loss)
    {
        for (int step = 0; step < MostSteps; step++)
        {
            switch (loss.Op)
            {
                case Op.Neg or Op.Sum or Op.Mean or Op.Element or Op.View:
                case Op.Div when loss.Args.Length == 2:
                    loss = loss.Args[0];
                    break;
                case Op.Mul when loss.Args[0].Is(Op.Const) || loss.Args[1].Is(Op.Const):
                    loss = loss.Args[0].Is(Op.Const) ? loss.Args[1] : loss.Args[0];
                    break;
                case Op.Mul:
                    return LoggedIn(loss.Args[1]) is { } right ? (loss.Args[0], right)
                        : LoggedIn(loss.Args[0]) is { } left ? (loss.Args[1], left)
                        : null;
                default:
                    return null;
            }
        }

        return null;
    }

    private static Value? LoggedIn(Value factor) => factor.Op is Op.Log or Op.Log2 or Op.Log10 ? factor.Args[0] : null;
}
