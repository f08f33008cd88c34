using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generators.Rows;

/// <summary>
/// A product taken apart: what varies with the class or is a numerator over the sum of the exponentials, and the row's factors, which are
/// multiplied together (and divided by that sum) once per row instead of once per class.
/// </summary>
internal sealed class Product
{
    private readonly List<Expr> main = [];
    private readonly List<Expr> factors = [];
    private readonly List<Expr> divisors = [];
    private bool negative;
    private int timesOverTotal;

    public static Product Of(Expr expr, Func<Expr, (Expr Value, bool OverTotal)> lower)
    {
        var product = new Product();
        product.Add(expr, lower);
        return product;
    }

    /// <summary>The sum or difference of two products of which only the varying parts differ: these first, so that each term is rounded once less.</summary>
    public static Expr? Combine(BinaryOp op, Product left, Product right, Lowering lowering)
    {
        bool sameRow = left.timesOverTotal > 0 && left.timesOverTotal == right.timesOverTotal
            && left.factors.SequenceEqual(right.factors) && left.divisors.SequenceEqual(right.divisors);
        if (!sameRow || left.negative)
        {
            return null;
        }

        var varying = new Binary(op == BinaryOp.Add == right.negative ? BinaryOp.Subtract : BinaryOp.Add, Multiply(left.main)!, Multiply(right.main)!);
        return varying * left.OverTotal(left.Row(), lowering);
    }

    public Expr ToExpr(Lowering lowering)
    {
        var row = OverTotal(Row(), lowering);
        if (timesOverTotal == 0 && main.Count > 0 && row is Binary)
        {
            row = lowering.Shared("factor", row);
        }

        var result = Multiply(main) is { } varying ? Simplifier.Simplify(varying * row) : row;
        return negative ? -result : result;
    }

    private Expr Row()
    {
        var row = Multiply(factors) ?? Expr.One;
        return divisors.Count == 0 ? row : row / Multiply(divisors)!;
    }

    private Expr OverTotal(Expr row, Lowering lowering)
    {
        for (int i = 0; i < timesOverTotal; i++)
        {
            row = lowering.OverTotal(row);
        }

        return row;
    }

    private static Expr? Multiply(IReadOnlyList<Expr> terms) => terms.Count == 0 ? null : terms.Aggregate((a, b) => a * b);

    private void Add(Expr expr, Func<Expr, (Expr Value, bool OverTotal)> lower)
    {
        switch (expr)
        {
            case Binary { Op: BinaryOp.Multiply } product:
                Add(product.Left, lower);
                Add(product.Right, lower);
                return;
            case Unary { Op: UnaryOp.Negate } negation:
                negative = !negative;
                Add(negation.Operand, lower);
                return;
            case Binary { Op: BinaryOp.Divide, Right.Shape: Shape.Row } quotient:
                Add(quotient.Left, lower);
                divisors.Add(lower(quotient.Right).Value);
                return;
        }

        var (value, isOverTotal) = lower(expr);
        timesOverTotal += isOverTotal ? 1 : 0;
        (isOverTotal || value.Shape == Shape.Class ? main : factors).Add(value);
    }
}
