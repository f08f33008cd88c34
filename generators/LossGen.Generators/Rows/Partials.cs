namespace LossGen.Generators.Rows;

/// <summary>
/// Partial derivatives with respect to a leaf or a whole sum, the other leaves being constants. A product with a derivative is 0 where the
/// derivative is: (0·∞) is 0 in the limits that matter here, such as p·n at an infinite n.
/// </summary>
internal static class Partials
{
    public static Expr Of(Expr expr, Expr variable) => Simplifier.Simplify(Raw(expr, variable));

    private static Expr Raw(Expr expr, Expr variable)
    {
        if (expr == variable)
        {
            return Expr.One;
        }

        return expr switch
        {
            Primitive primitive => OfPrimitive(primitive, variable),
            Unary unary => OfUnary(unary, Of(unary.Operand, variable)),
            Binary binary => OfBinary(binary, Of(binary.Left, variable), Of(binary.Right, variable)),
            Power power => OfPower(power, variable),
            Choose choice => new Choose(choice.Condition, Raw(choice.Then, variable), Raw(choice.Otherwise, variable)),

            // What belongs to the row is in every term; what belongs to a class is for the sum's own derivative.
            ClassSum sum when variable.Shape == Shape.Row => Expr.Sum(Of(sum.Body, variable)),
            _ => Expr.Zero,
        };
    }

    /// <summary>dp/dn = −p and dq/dn = p, for the target as for every class; those of a label are functions of its logit.</summary>
    private static Expr OfPrimitive(Primitive primitive, Expr variable)
    {
        Expr? own = primitive.Kind switch
        {
            PrimitiveKind.TargetP or PrimitiveKind.TargetQ or PrimitiveKind.TargetExcess => primitive.As(PrimitiveKind.TargetNegLogP),
            PrimitiveKind.P or PrimitiveKind.Q => primitive.As(PrimitiveKind.NegLogP),
            PrimitiveKind.LabelNegLogP or PrimitiveKind.LabelNegLogQ or PrimitiveKind.LabelP or PrimitiveKind.LabelQ => Inputs.Logit,
            _ => null,
        };
        if (own is null || variable != own)
        {
            return Expr.Zero;
        }

        Expr With(PrimitiveKind kind) => primitive.As(kind);
        return primitive.Kind switch
        {
            PrimitiveKind.TargetP or PrimitiveKind.P => -primitive,
            PrimitiveKind.TargetQ => With(PrimitiveKind.TargetP),
            PrimitiveKind.Q => With(PrimitiveKind.P),
            PrimitiveKind.TargetExcess => With(PrimitiveKind.TargetQ),
            PrimitiveKind.LabelNegLogP => -With(PrimitiveKind.LabelQ),
            PrimitiveKind.LabelNegLogQ => With(PrimitiveKind.LabelP),
            PrimitiveKind.LabelP => With(PrimitiveKind.LabelP) * With(PrimitiveKind.LabelQ),
            PrimitiveKind.LabelQ => -(With(PrimitiveKind.LabelP) * With(PrimitiveKind.LabelQ)),
            _ => throw new System.NotSupportedException($"{primitive.Kind} has no derivative."),
        };
    }

    private static Expr OfUnary(Unary unary, Expr inner) =>
        inner == Expr.Zero ? Expr.Zero : Chain(inner, Operations.Of(unary.Op).Slope(unary.Operand, unary));

    /// <summary>The outer slope times the inner one; a choice of slopes and a quotient take the inner one in.</summary>
    private static Expr Chain(Expr inner, Expr slope) => slope switch
    {
        Choose choice => new Choose(choice.Condition, Chain(inner, choice.Then), Chain(inner, choice.Otherwise)),
        Binary { Op: BinaryOp.Divide, Left: Number { Value: 1 } } reciprocal => inner / reciprocal.Right,
        Unary { Op: UnaryOp.Negate, Operand: var operand } => -Chain(inner, operand),
        Number { Value: 1 } => inner,
        Number { Value: -1 } => -inner,
        Number { Value: 0 } => Expr.Zero,
        _ => inner * slope,
    };

    private static Expr OfBinary(Binary b, Expr left, Expr right) => b.Op switch
    {
        BinaryOp.Add => left + right,
        BinaryOp.Subtract => left - right,
        BinaryOp.Divide => right == Expr.Zero ? left / b.Right : (left - (b.Left / b.Right) * right) / b.Right,
        BinaryOp.Max when left == Expr.Zero && right == Expr.Zero => Expr.Zero,
        BinaryOp.Max => new Choose(new Compare(CompareOp.Greater, b.Right, b.Left), right, left),
        BinaryOp.MultiplyOrZero when left == Expr.Zero => Expr.MultiplyOrZero(b.Left, right),
        _ when left == Expr.Zero => b.Left * right,
        _ when right == Expr.Zero => left * b.Right,
        _ => Expr.MultiplyOrZero(left, b.Right) + Expr.MultiplyOrZero(right, b.Left),
    };

    /// <summary>γ·u^(γ−1)·u′. Of σ(∓x), u′/u is known, and no power smaller than γ is needed.</summary>
    private static Expr OfPower(Power power, Expr variable)
    {
        var inner = Of(power.Operand, variable);
        return power.Operand is Primitive { Kind: PrimitiveKind.LabelP or PrimitiveKind.LabelQ } label && inner != Expr.Zero
            ? power.Exponent * power * (label.Kind == PrimitiveKind.LabelP ? label.As(PrimitiveKind.LabelQ) : -(label.As(PrimitiveKind.LabelP)))
            : Expr.MultiplyOrZero(inner, power.Exponent * Expr.Power(power.Operand, power.Exponent - 1));
    }
}
