using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generators.Rows;

/// <summary>A leaf of a product, lowered: its value, or its numerator over the sum of some exponentials.</summary>
internal readonly record struct Factor(Expr Value, LogitSource? Over = null);

/// <summary>
/// A product taken apart: what varies with the class or is a numerator over the sum of the exponentials, and the row's factors, which are
/// multiplied together (and divided by that sum) once per row instead of once per class.
/// </summary>
internal sealed class Product
{
    private readonly List<Expr> main = [];
    private readonly List<Expr> factors = [];
    private readonly List<Expr> divisors = [];
    private readonly List<LogitSource> totals = [];

    // Sums of exponentials that a divisor is itself divided by: the product is multiplied by them.
    private readonly List<LogitSource> inverted = [];
    private bool negative;

    /// <summary>Whether anything is divided by a sum of exponentials.</summary>
    public bool IsOverTotals => totals.Count > 0;

    /// <summary>What varies with the class, with the product's sign.</summary>
    public Expr Varying => Multiply(main) is { } varying ? negative ? -varying : varying : negative ? -Expr.One : Expr.One;

    public static Product Of(Expr expr, Func<Expr, Factor> lower)
    {
        var product = new Product();
        product.Add(expr, lower);
        return product;
    }

    /// <summary>The sum or difference of two products of which only the varying parts differ: these first, so that each term is rounded once less.</summary>
    public static Expr? Combine(BinaryOp op, Product left, Product right, Lowering lowering)
    {
        bool sameRow = left.totals.Count > 0 && left.totals.SequenceEqual(right.totals)
            && left.factors.SequenceEqual(right.factors) && left.divisors.SequenceEqual(right.divisors) && left.inverted.SequenceEqual(right.inverted);
        if (!sameRow || left.negative)
        {
            return null;
        }

        var varying = new Binary(op == BinaryOp.Add == right.negative ? BinaryOp.Subtract : BinaryOp.Add, Multiply(left.main)!, Multiply(right.main)!);
        return varying * left.OfRow(lowering);
    }

    public Expr ToExpr(Lowering lowering)
    {
        var row = OfRow(lowering);
        if (totals.Count == 0 && main.Count > 0 && row is Binary)
        {
            row = lowering.Shared("factor", row);
        }

        var result = Multiply(main) is { } varying ? Simplifier.Simplify(varying * row) : row;
        return negative ? -result : result;
    }

    /// <summary>The row's factors, over the sums of the exponentials.</summary>
    public Expr OfRow(Lowering lowering)
    {
        var row = Multiply(factors) ?? Expr.One;
        row = divisors.Count == 0 ? row : row / Multiply(divisors)!;
        row = inverted.Aggregate(row, (product, source) => Simplifier.Simplify(product * lowering.TotalOf(source)));
        return totals.Aggregate(row, lowering.OverTotal);
    }

    private static Expr? Multiply(IReadOnlyList<Expr> terms) => terms.Count == 0 ? null : terms.Aggregate((a, b) => a * b);

    private void Add(Expr expr, Func<Expr, Factor> lower)
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
                var (divisor, under) = lower(quotient.Right);
                divisors.Add(divisor);
                if (under is not null && !totals.Remove(under))
                {
                    inverted.Add(under);
                }

                return;
        }

        var (value, over) = lower(expr);
        if (over is not null && !inverted.Remove(over))
        {
            totals.Add(over);
        }

        (over is not null || value.Shape == Shape.Class ? main : factors).Add(value);
    }
}
