namespace LossGen.Analyzers.Algebra;

/// <summary>How many operands an operation needs, and whether a knowledge file may name it.</summary>
internal static class Arity
{
    /// <summary>What only the engine makes.</summary>
    public static bool IsInternal(Op op) =>
        op is Op.Leaf or Op.Const or Op.LoopVariable or Op.Reference or Op.Function or Op.Store or Op.BeforeLoop or Op.Hole or Op.Member;

    /// <summary>The fewest operands; further ones, such as an axis, are always allowed.</summary>
    public static int Least(Op op) => op switch
    {
        Op.Unknown or Op.Instance or Op.One or Op.Zero or Op.Tuple or Op.Logits or Op.Probabilities or Op.LogProbabilities or Op.ClassIndices => 0,
        Op.Add or Op.Sub or Op.Mul or Op.Div or Op.Max or Op.Min or Op.Pow or Op.LogBase or Op.LogAddExp or Op.LogSubExp or Op.XLogY or Op.XLog1PY
            or Op.Element or Op.Put or Op.Item or Op.Pairs or Op.Map or Op.Fold or Op.Greater or Op.GreaterOrEqual or Op.Equal or Op.And or Op.Or => 2,
        Op.Choose or Op.Bounded => 3,
        _ => 1,
    };
}
