using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Reductions;

/// <summary>E[x²] − E[x]², which cancels where the mean is large.</summary>
internal sealed class NaiveVariance : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.NaiveVariance,
        "Variance as E[x²] − E[x]²",
        "E[x²] − E[x]² has no digits left where the mean is large against the spread, and may be negative; subtract the mean first, or use Welford's method",
        Stability,
        "Both terms are about the square of the mean, and the variance is their small difference.");

    private static readonly Pattern Squared = P.As("square", Square("x"));

    private static readonly Pattern SquareOfMean = SquareOf("m", Mean(P.Any("y")));

    private static readonly Pattern SumOfAll = P.Is(Op.Sum, P.Any("y"));

    // Σx² − (Σx)²/n, Σx² − n·m², Σx² − m·Σx
    private static readonly Pattern Correction = P.Either(
        P.Is(Op.Div, SquareOf("s", SumOfAll), P.Any("n")),
        P.Is(Op.Mul, SquareOfMean, P.Any("n")),
        P.Is(Op.Mul, P.Is(Op.Mul, P.As("m", Mean(P.Any("y"))), P.Any("n")), P.Any("m")),
        P.Is(Op.Mul, P.As("m", Mean(P.Any("y"))), SumOfAll));

    // (n·Σx² − (Σx)²)/(n·(n − 1)); without the quotient it may be the denominator of a regression over small numbers.
    private static readonly Pattern Scaled = P.Is(Op.Div, P.Is(Op.Sub, P.Is(Op.Mul, P.Is(Op.Sum, Squared), P.Any("n")), SquareOf("s", SumOfAll)), P.Is(Op.Mul, P.Any("n"), P.Any("d")));

    private static readonly Pattern Pattern = P.Either(
        Scaled,
        P.Is(Op.Sub, Mean(Squared), SquareOfMean),
        P.Is(Op.Sub, P.Is(Op.Sum, Squared), Correction));

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sub, Op.Div);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Mean);

    // q / n − m · m and q − s · s / n
    public override bool IsTriggeredBy(BinaryExpressionSyntax quotient) =>
        IsSquare(quotient.Left) ? Outside(quotient) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression }
        : Inside(quotient.Left) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } scaled ? IsSquare(scaled.Right)
        : Outside(quotient) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } difference && IsSquare(difference.Right);

    // Sums of squares of integers are exact.
    public override Finding? Look(Site site) => site.Operation is IBinaryOperation or ICompoundAssignmentOperation && Pattern.On(site.Value) is { } match
        && Shape.SameUpToPlace(match["x"], match["y"]) && Shape.WithoutPlace(match["x"]).Op is Op.Leaf or Op.Member or Op.LoopVariable
        && !Types.IsInteger(match["square"].Origin?.Type) && !Types.IsInteger(Shape.WithoutPlace(match["x"]).Type) ? new Finding() : null;

    private static Pattern Square(string name) => P.Either(P.Is(Op.Mul, P.Any(name), P.Any(name)), P.Is(Op.Pow, P.Any(name), P.Number(2)));

    private static Pattern SquareOf(string name, Pattern inner) => P.Either(P.Is(Op.Mul, P.As(name, inner), P.Any(name)), P.Is(Op.Pow, inner, P.Number(2)));

    private static SyntaxNode? Outside(SyntaxNode node)
    {
        SyntaxNode? parent = node.Parent;
        while (parent is ParenthesizedExpressionSyntax)
        {
            parent = parent.Parent;
        }

        return parent;
    }

    private static bool IsSquare(ExpressionSyntax expression) =>
        Inside(expression) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product && SyntaxFactory.AreEquivalent(product.Left, product.Right);

    private static ExpressionSyntax Inside(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        return expression;
    }

    private static Pattern Mean(Pattern inner) => P.Either(P.Is(Op.Mean, inner), P.Is(Op.Div, P.Is(Op.Sum, inner), P.Any("n")));
}
