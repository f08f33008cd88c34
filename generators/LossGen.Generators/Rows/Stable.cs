using System;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

/// <summary>
/// Builds a formula in the form that keeps its digits: what a paper prints as log p, 1 − p or 1 − pᵠ becomes −n, q and −expm1(−ϕ·n) while
/// it is written down, before anything is derived from it.
/// </summary>
internal static class Stable
{
    public static Expr Add(Expr left, Expr right) =>
        (left, right) switch
        {
            _ when InBranches(left, right, Add) is { } branches => branches,
            (Number { Value: -1 }, _) => -Subtract(Expr.One, right),
            (_, Number { Value: -1 }) => -Subtract(Expr.One, left),
            (Number { Value: 1 }, Unary { Op: UnaryOp.Negate, Operand: var negated }) => Subtract(Expr.One, negated),
            (Unary { Op: UnaryOp.Negate, Operand: var negated }, Number { Value: 1 }) => Subtract(Expr.One, negated),
            _ => Simplifier.Simplify(left + right),
        };

    public static Expr Subtract(Expr left, Expr right)
    {
        if (InBranches(left, right, Subtract) is { } branches)
        {
            return branches;
        }

        if (right is Number { Value: 1 } && Complement(left) is { } negative)
        {
            return Simplifier.Simplify(-negative);
        }

        return left is Number { Value: 1 } && Complement(right) is { } complement ? complement : Simplifier.Simplify(left - right);
    }

    public static Expr Negate(Expr operand) =>
        operand is Choose { Condition: Input { Kind: InputKind.IsTarget } } choice
            ? Expr.AtTarget(Negate(choice.Then), Negate(choice.Otherwise))
            : Simplifier.Simplify(-operand);

    public static Expr Abs(Expr operand) =>
        operand switch
        {
            Choose { Condition: Input { Kind: InputKind.IsTarget } } choice => Expr.AtTarget(Abs(choice.Then), Abs(choice.Otherwise)),
            _ when Signs.IsNonNegative(operand) => operand,
            _ when Signs.IsNonPositive(operand) => Negate(operand),
            _ => Expr.Abs(operand),
        };

    /// <summary>A product; what is multiplied by a probability that may be 0 counts for nothing there, as in p·log p.</summary>
    public static Expr Multiply(Expr left, Expr right) =>
        (left, right) switch
        {
            (Choose { Condition: Input { Kind: InputKind.IsTarget } }, Choose { Condition: Input { Kind: InputKind.IsTarget } }) =>
                InBranches(left, right, Multiply)!,
            _ when IsWeight(left) && MayBeInfinite(right) => Expr.MultiplyOrZero(left, right),
            _ when IsWeight(right) && MayBeInfinite(left) => Expr.MultiplyOrZero(right, left),

            // 1{k = y}·f is f at the target.
            (Choose { Condition: Input { Kind: InputKind.IsTarget }, Then: Number { Value: 1 }, Otherwise: Number { Value: 0 } }, _) =>
                Expr.AtTarget(right, Expr.Zero),
            (_, Choose { Condition: Input { Kind: InputKind.IsTarget }, Then: Number { Value: 1 }, Otherwise: Number { Value: 0 } }) =>
                Expr.AtTarget(left, Expr.Zero),
            _ => Simplifier.Simplify(left * right),
        };

    public static Expr Divide(Expr left, Expr right) =>
        right is Number { Value: not 0 } divisor && left is Number or Binary { Op: BinaryOp.Multiply, Left: Number }
            ? Simplifier.Simplify((1 / divisor.Value) * left)
            : Simplifier.Simplify(left / right);

    public static Expr Log(Expr operand) =>
        operand switch
        {
            Number number => Math.Log(number.Value),
            Primitive { Kind: PrimitiveKind.P } p => -p.As(PrimitiveKind.NegLogP),
            Primitive { Kind: PrimitiveKind.TargetP } p => -p.As(PrimitiveKind.TargetNegLogP),
            Primitive { Kind: PrimitiveKind.LabelP } p => -p.As(PrimitiveKind.LabelNegLogP),
            Primitive { Kind: PrimitiveKind.LabelQ } p => -p.As(PrimitiveKind.LabelNegLogQ),
            Unary { Op: UnaryOp.Exp or UnaryOp.AnyExp } exp => exp.Operand,
            Binary { Op: BinaryOp.Multiply } product
                when Signs.IsNonNegative(product.Left)
                    && Signs.IsNonNegative(product.Right)
                    && (HasLog(product.Left) || HasLog(product.Right)) => Add(Log(product.Left), Log(product.Right)),
            Binary { Op: BinaryOp.Divide } quotient
                when Signs.IsNonNegative(quotient.Left)
                    && Signs.IsNonNegative(quotient.Right)
                    && (HasLog(quotient.Left) || HasLog(quotient.Right)) => Subtract(Log(quotient.Left), Log(quotient.Right)),
            Binary { Op: BinaryOp.Add, Left: Number { Value: 1 } } sum => Log1p(sum.Right),
            Binary { Op: BinaryOp.Add, Right: Number { Value: 1 } } sum => Log1p(sum.Left),
            _ => Expr.Log(operand),
        };

    public static Expr Log1p(Expr operand) =>
        operand switch
        {
            Number number => Functions.Log1p(number.Value),
            Unary { Op: UnaryOp.Exp or UnaryOp.AnyExp } exp => Softplus(exp.Operand),
            _ when Signs.IsNonNegative(operand) => Expr.Log1p(operand),
            _ => new Unary(UnaryOp.AnyLog1p, operand),
        };

    public static Expr Exp(Expr operand) =>
        operand switch
        {
            Number number => Math.Exp(number.Value),
            Unary { Op: UnaryOp.Negate, Operand: Primitive { Kind: PrimitiveKind.NegLogP } n } => n.As(PrimitiveKind.P),
            Unary { Op: UnaryOp.Negate, Operand: Primitive { Kind: PrimitiveKind.TargetNegLogP } n } => n.As(PrimitiveKind.TargetP),
            Unary { Op: UnaryOp.Negate, Operand: Primitive { Kind: PrimitiveKind.LabelNegLogP } n } => n.As(PrimitiveKind.LabelP),
            Unary { Op: UnaryOp.Negate, Operand: Primitive { Kind: PrimitiveKind.LabelNegLogQ } n } => n.As(PrimitiveKind.LabelQ),
            _ when Signs.IsNonPositive(operand) => Expr.Exp(operand),
            _ => new Unary(UnaryOp.AnyExp, operand),
        };

    public static Expr Expm1(Expr operand) =>
        operand is Number number ? Functions.Expm1(number.Value)
        : Signs.IsNonPositive(operand) ? Expr.Expm1(operand)
        : new Unary(UnaryOp.AnyExpm1, operand);

    public static Expr Sigmoid(Expr operand) =>
        operand is Number number ? Functions.Sigmoid(number.Value) : new Unary(UnaryOp.Sigmoid, operand);

    public static Expr Softplus(Expr operand) =>
        operand is Number number ? Functions.Softplus(number.Value) : new Unary(UnaryOp.Softplus, operand);

    /// <summary>A constant power: of a probability by its logarithm, which keeps 1 − pᵠ exact.</summary>
    public static Expr Power(Expr operand, double exponent) =>
        (operand, exponent) switch
        {
            (Number number, _) => Math.Pow(number.Value, exponent),
            (_, 0) => Expr.One,
            (_, 1) => operand,
            (Primitive { Kind: PrimitiveKind.P or PrimitiveKind.TargetP } p, > 0) when exponent != Math.Floor(exponent) => Exp(
                Multiply(-exponent, Negate(Log(p)))
            ),
            _ when exponent is 2 or 3 or 4 && !Signs.IsNonNegative(operand) => Simplifier.Simplify(
                Enumerable.Repeat(operand, (int)exponent).Aggregate((a, b) => a * b)
            ),
            _ => Expr.Power(operand, exponent),
        };

    /// <summary>One of two values; of a comparison whose outcome is known, the value that it chooses.</summary>
    public static Expr Choose(CompareOp op, Expr left, Expr right, Expr then, Expr otherwise)
    {
        if (left == right)
        {
            return op is CompareOp.Equal or CompareOp.GreaterOrEqual ? then : otherwise;
        }

        return left is Number x && right is Number y
            ? (Compare.Holds(op, x.Value, y.Value) ? then : otherwise)
            : Simplifier.Simplify(new Choose(new Compare(op, left, right), then, otherwise));
    }

    public static Expr Max(Expr left, Expr right) =>
        left == right ? left
        : left is Number x && right is Number y ? Math.Max(x.Value, y.Value)
        : right is Number ? Expr.Larger(right, left)
        : Expr.Larger(left, right);

    public static Expr Min(Expr left, Expr right) => Negate(Max(Negate(left), Negate(right)));

    /// <summary>The sum over the classes; of what is 0 but for the target, the target's.</summary>
    public static Expr Sum(Expr body, ClassCount classes) =>
        body switch
        {
            Choose { Condition: Input { Kind: InputKind.IsTarget }, Then: var then, Otherwise: Number { Value: 0 } } => Primitives.AtTarget(
                then
            ),
            Choose
            {
                Condition: Input { Kind: InputKind.IsTarget },
                Then: not Number { Value: 0 } and var then,
                Otherwise: var otherwise
            } => Simplifier.Simplify(Expr.Sum(Expr.AtTarget(Expr.Zero, otherwise)) + Primitives.AtTarget(then)),
            { Shape: Shape.Row } => Simplifier.Simplify(CountOfClasses.Of(classes) * body),
            _ => Simplifier.Simplify(Expr.Sum(body)),
        };

    /// <summary>What differs for the target is combined there and elsewhere: p − 1{k = y} is −q at the target.</summary>
    private static Expr? InBranches(Expr left, Expr right, Func<Expr, Expr, Expr> combine)
    {
        var first = left as Choose is { Condition: Input { Kind: InputKind.IsTarget } } one ? one : null;
        var second = right as Choose is { Condition: Input { Kind: InputKind.IsTarget } } two ? two : null;
        return (first ?? second) is not { } choice || left.Shape == Shape.Row || right.Shape == Shape.Row
            ? null
            : Simplifier.Simplify(
                new Choose(
                    choice.Condition,
                    combine(first?.Then ?? left, second?.Then ?? right),
                    combine(first?.Otherwise ?? left, second?.Otherwise ?? right)
                )
            );
    }

    /// <summary>1 − x, where that has a form of its own.</summary>
    private static Expr? Complement(Expr expr) =>
        expr switch
        {
            Number number => 1 - number.Value,
            Primitive { Kind: PrimitiveKind.P } p => p.As(PrimitiveKind.Q),
            Primitive { Kind: PrimitiveKind.Q } q => q.As(PrimitiveKind.P),
            Primitive { Kind: PrimitiveKind.TargetP } p => p.As(PrimitiveKind.TargetQ),
            Primitive { Kind: PrimitiveKind.TargetQ } q => q.As(PrimitiveKind.TargetP),
            Primitive { Kind: PrimitiveKind.LabelP } p => p.As(PrimitiveKind.LabelQ),
            Primitive { Kind: PrimitiveKind.LabelQ } q => q.As(PrimitiveKind.LabelP),
            Unary { Op: UnaryOp.Exp } exp => -Expr.Expm1(exp.Operand),
            Unary { Op: UnaryOp.AnyExp } exp => -new Unary(UnaryOp.AnyExpm1, exp.Operand),
            Unary { Op: UnaryOp.Sigmoid } sigmoid => new Unary(UnaryOp.Sigmoid, Negate(sigmoid.Operand)),
            Choose { Condition: Input { Kind: InputKind.IsTarget }, Then: Number then, Otherwise: Number otherwise } => Expr.AtTarget(
                1 - then.Value,
                1 - otherwise.Value
            ),
            Choose choice when Complement(choice.Then) is { } then && Complement(choice.Otherwise) is { } otherwise => new Choose(
                choice.Condition,
                then,
                otherwise
            ),
            _ => null,
        };

    /// <summary>Whether a factor is 0 only where the other one may be infinite and means nothing.</summary>
    private static bool IsWeight(Expr expr) =>
        expr
            is Primitive { Kind: PrimitiveKind.P or PrimitiveKind.TargetP or PrimitiveKind.LabelP or PrimitiveKind.LabelQ }
                or Input { Kind: InputKind.OfElement, Role: KernelRole.Targets }
        || (
            expr is Binary { Op: BinaryOp.Multiply or BinaryOp.MultiplyOrZero } product
            && IsWeight(product.Left)
            && !MayBeInfinite(product.Right)
        );

    private static bool MayBeInfinite(Expr expr) =>
        expr.DescendantsAndSelf()
            .Any(part =>
                part
                    is Primitive
                        {
                            Kind: PrimitiveKind.NegLogP
                                or PrimitiveKind.TargetNegLogP
                                or PrimitiveKind.LabelNegLogP
                                or PrimitiveKind.LabelNegLogQ
                        }
                        or Unary { Op: UnaryOp.Log or UnaryOp.Log1p or UnaryOp.AnyLog1p }
            );

    private static bool HasLog(Expr expr) =>
        expr
            is Primitive { Kind: PrimitiveKind.P or PrimitiveKind.TargetP or PrimitiveKind.LabelP or PrimitiveKind.LabelQ }
                or Unary { Op: UnaryOp.Exp or UnaryOp.AnyExp };
}
