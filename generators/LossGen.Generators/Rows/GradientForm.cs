namespace LossGen.Generators.Rows;

/// <summary>
/// Brings a gradient into the form that every schedule can write: one expression for the target's class and one for the others.
/// </summary>
internal static class GradientForm
{
    /// <summary>Multiplies every term by a factor of the row.</summary>
    public static Expr Scale(Expr factor, Expr expr) => expr switch
    {
        Choose choose => new Choose(choose.Condition, Scale(factor, choose.Then), Scale(factor, choose.Otherwise)),
        Binary { Op: BinaryOp.Add or BinaryOp.Subtract } sum => new Binary(sum.Op, Scale(factor, sum.Left), Scale(factor, sum.Right)),
        Unary { Op: UnaryOp.Negate } negation => -Scale(factor, negation.Operand),
        Binary { Op: BinaryOp.Multiply, Left.Shape: Shape.Row, Right: Binary { Op: BinaryOp.Add or BinaryOp.Subtract } } product =>
            Scale(Simplifier.Simplify(factor * product.Left), product.Right),
        _ => factor * expr,
    };

    /// <summary>Moves the choice between the target and the others to the top.</summary>
    public static Expr Normalize(Expr expr) => expr switch
    {
        Binary sum => Combine(sum, Normalize(sum.Left), Normalize(sum.Right)),
        Unary { Op: UnaryOp.Negate } negation when Normalize(negation.Operand) is Choose choose => new Choose(choose.Condition, -choose.Then, -choose.Otherwise),
        _ => expr,
    };

    private static Expr Combine(Binary sum, Expr left, Expr right) => (left, right) switch
    {
        (Choose a, Choose b) when a.Condition == b.Condition => new Choose(
            a.Condition,
            new Binary(sum.Op, a.Then, b.Then),
            new Binary(sum.Op, a.Otherwise, b.Otherwise)),
        (Choose a, _) => new Choose(a.Condition, new Binary(sum.Op, a.Then, Primitives.AtTarget(right)), new Binary(sum.Op, a.Otherwise, right)),
        (_, Choose b) => new Choose(b.Condition, new Binary(sum.Op, Primitives.AtTarget(left), b.Then), new Binary(sum.Op, left, b.Otherwise)),
        _ => new Binary(sum.Op, left, right),
    };
}
