namespace LossGen.Generators.Rows;

/// <summary>What is sure of an expression's sign. Labels and weights are taken as they are meant: none is negative.</summary>
internal static class Signs
{
    public static bool IsNonNegative(Expr expr) =>
        expr switch
        {
            Number number => number.Value >= 0,
            Primitive { Kind: not (PrimitiveKind.LogSumExp or PrimitiveKind.LogSum) } => true,
            Input { Kind: InputKind.OfElement, Role: Specs.KernelRole.Targets } => true,
            Unary { Op: UnaryOp.Abs or UnaryOp.Exp or UnaryOp.AnyExp or UnaryOp.Sigmoid or UnaryOp.Softplus or UnaryOp.Excess } => true,
            Unary { Op: UnaryOp.Negate } negation => IsNonPositive(negation.Operand),
            Unary { Op: UnaryOp.Log1p or UnaryOp.AnyLog1p } log => IsNonNegative(log.Operand),
            Power => true,
            Binary { Op: BinaryOp.Add } sum => IsNonNegative(sum.Left) && IsNonNegative(sum.Right),
            Binary { Op: BinaryOp.Subtract } difference => IsNonNegative(difference.Left) && IsNonPositive(difference.Right),
            Binary { Op: BinaryOp.Max } max => IsNonNegative(max.Left) || IsNonNegative(max.Right),
            Binary { Op: BinaryOp.Multiply or BinaryOp.MultiplyOrZero or BinaryOp.Divide } product => product.Left == product.Right
                || (IsNonNegative(product.Left) && IsNonNegative(product.Right))
                || (IsNonPositive(product.Left) && IsNonPositive(product.Right)),
            Choose choice => IsNonNegative(choice.Then) && IsNonNegative(choice.Otherwise),
            ClassSum sum => IsNonNegative(sum.Body),
            ClassMax max => IsNonNegative(max.Body),
            _ => false,
        };

    public static bool IsNonPositive(Expr expr) =>
        expr switch
        {
            Number number => number.Value <= 0,
            Unary { Op: UnaryOp.Negate } negation => IsNonNegative(negation.Operand),
            Unary { Op: UnaryOp.Expm1 or UnaryOp.AnyExpm1 } expm1 => IsNonPositive(expm1.Operand),
            Binary { Op: BinaryOp.Add } sum => IsNonPositive(sum.Left) && IsNonPositive(sum.Right),
            Binary { Op: BinaryOp.Subtract } difference => IsNonPositive(difference.Left) && IsNonNegative(difference.Right),
            Binary { Op: BinaryOp.Max } max => IsNonPositive(max.Left) && IsNonPositive(max.Right),
            Binary { Op: BinaryOp.Multiply or BinaryOp.MultiplyOrZero or BinaryOp.Divide } product => (
                IsNonPositive(product.Left) && IsNonNegative(product.Right)
            ) || (IsNonNegative(product.Left) && IsNonPositive(product.Right)),
            Choose choice => IsNonPositive(choice.Then) && IsNonPositive(choice.Otherwise),
            ClassSum sum => IsNonPositive(sum.Body),
            _ => false,
        };
}
