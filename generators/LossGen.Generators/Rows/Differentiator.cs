using System.Linq;

namespace LossGen.Generators.Rows;

/// <summary>
/// The gradient of a row's loss with respect to its logits. A loss is a function of n_y, of log-sum-exp and of sums over the classes; only
/// that function is differentiated. How n, p and q themselves depend on the logits is declared, in the form that does not cancel:
/// ∂n_y/∂x_k = p_k, or −q_y at the target, never p_y − 1.
/// </summary>
internal static class Differentiator
{
    public static Expr Gradient(Expr loss)
    {
        var sum = Expr.Zero;

        // Through the target's own quantities, all of which are functions of n_y.
        var target = Simplifier.Simplify(Partial(loss, Primitives.TargetNegLogP));
        if (target != Expr.Zero)
        {
            sum += new Choose(new Input(InputKind.IsTarget), target * -Primitives.TargetQ, target * Primitives.P);
        }

        // Through each sum over the classes Σ g(n_j): (Σ_{j≠k} g′_j) p_k − g′_k q_k.
        foreach (var classSum in loss.DescendantsAndSelf().OfType<ClassSum>().Distinct())
        {
            var outer = Simplifier.Simplify(Partial(loss, classSum));
            var inner = Simplifier.Simplify(Partial(classSum.Body, Primitives.NegLogP));
            sum += outer * (Others(inner) * Primitives.P - inner * Primitives.Q);
        }

        var logSumExp = Simplifier.Simplify(Partial(loss, Primitives.LogSumExp));
        return Simplifier.Simplify(sum + logSumExp * Primitives.P);
    }

    /// <summary>
    /// The diagonal of the Hessian. Every n and log-sum-exp has the second derivative p·q; what is not linear in them adds the square of the
    /// first, (p_k − 1{k=y})² or p_k². Sums over the classes must be linear in n.
    /// </summary>
    public static Expr HessianDiagonal(Expr loss)
    {
        var first = Simplifier.Simplify(Partial(loss, Primitives.TargetNegLogP));
        var second = Simplifier.Simplify(Partial(first, Primitives.TargetNegLogP));
        var slope = Simplifier.Simplify(Partial(loss, Primitives.LogSumExp));
        var curvature = Simplifier.Simplify(Partial(slope, Primitives.LogSumExp));
        foreach (var classSum in loss.DescendantsAndSelf().OfType<ClassSum>().Distinct())
        {
            first += Simplifier.Simplify(Partial(loss, classSum)) * Expr.Sum(Partial(classSum.Body, Primitives.NegLogP));
        }

        var sum = Simplifier.Simplify(first + slope) * (Primitives.P * Primitives.Q) + curvature * (Primitives.P * Primitives.P);
        if (second != Expr.Zero)
        {
            sum += new Choose(new Input(InputKind.IsTarget), second * (Primitives.TargetQ * Primitives.TargetQ), second * (Primitives.P * Primitives.P));
        }

        return Simplifier.Simplify(sum);
    }

    /// <summary>Σ_{j≠k} of something of class j.</summary>
    private static Expr Others(Expr body) => Expr.Sum(body) - body;

    /// <summary>The partial derivative with respect to a leaf or a whole sum, the other leaves being constants.</summary>
    private static Expr Partial(Expr expr, Expr variable)
    {
        if (expr == variable)
        {
            return Expr.One;
        }

        return expr switch
        {
            // dp/dn = −p and dq/dn = p, for the target as for every class.
            Primitive { Kind: PrimitiveKind.TargetP } when variable == Primitives.TargetNegLogP => -expr,
            Primitive { Kind: PrimitiveKind.TargetQ } when variable == Primitives.TargetNegLogP => Primitives.TargetP,
            Primitive { Kind: PrimitiveKind.P } when variable == Primitives.NegLogP => -expr,
            Primitive { Kind: PrimitiveKind.Q } when variable == Primitives.NegLogP => Primitives.P,
            Unary { Op: UnaryOp.Negate } u => -Partial(u.Operand, variable),
            Unary { Op: UnaryOp.Exp } u => expr * Partial(u.Operand, variable),
            Unary { Op: UnaryOp.Log1p } u => Partial(u.Operand, variable) / (1 + u.Operand),
            Binary b => PartialOfBinary(b, variable),
            Choose c => new Choose(c.Condition, Partial(c.Then, variable), Partial(c.Otherwise, variable)),
            _ => Expr.Zero,
        };
    }

    private static Expr PartialOfBinary(Binary b, Expr variable)
    {
        var left = Simplifier.Simplify(Partial(b.Left, variable));
        var right = Simplifier.Simplify(Partial(b.Right, variable));
        return b.Op switch
        {
            BinaryOp.Add => left + right,
            BinaryOp.Subtract => left - right,
            BinaryOp.Divide => (left - (b.Left / b.Right) * right) / b.Right,
            _ => left * b.Right + b.Left * right,
        };
    }
}
