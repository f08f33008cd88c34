using System;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>tanh as a quotient of exponentials: ∞/∞ for large arguments, and without digits for small ones.</summary>
internal sealed class TanhAsQuotient : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.TanhAsQuotient,
        "Tanh written as a quotient of exponentials",
        "{0}; call {1} instead",
        Stability,
        "Both sides of the quotient overflow, and for small x the numerator loses its digits.");

    private static readonly Pattern Growing = P.Placed(P.Exp(P.Any("x")));

    private static readonly Pattern Shrinking = P.Placed(P.Exp(P.Neg(P.Any("x"))));

    // sinh(x)/cosh(x), perhaps both of them with their half
    private static readonly Pattern OfBoth = Quotient(P.Is(Op.Sub, Growing, Shrinking), P.Is(Op.Add, Growing, Shrinking));

    // (exp(−x) − exp(x))/(exp(x) + exp(−x)) is tanh(−x)
    private static readonly Pattern Mirrored = Quotient(P.Is(Op.Sub, Shrinking, Growing), P.Is(Op.Add, Growing, Shrinking));

    // (exp(2x) − 1)/(exp(2x) + 1)
    private static readonly Pattern Rising = P.Is(Op.Div, P.Is(Op.Sub, P.Exp(P.Any("e")), P.Number(1)), P.Guarded(P.Is(Op.Add, P.Exp(P.Any("e")), P.Number(1))));

    // (1 − exp(−2x))/(1 + exp(−2x))
    private static readonly Pattern Falling = P.Is(Op.Div, P.Is(Op.Sub, P.Number(1), P.Exp(P.Any("e"))), P.Guarded(P.Is(Op.Add, P.Exp(P.Any("e")), P.Number(1))));

    // Either of them, perhaps with a factor
    private static readonly Pattern OfOne = P.Either(
        P.Is(Op.Div, Scaled(P.Is(Op.Sub, P.Exp(P.Any("e")), P.Number(1))), P.Guarded(P.Is(Op.Add, P.Exp(P.Any("e")), P.Number(1)))),
        P.Is(Op.Div, Scaled(P.Is(Op.Sub, P.Number(1), P.Exp(P.Any("e")))), P.Guarded(P.Is(Op.Add, P.Exp(P.Any("e")), P.Number(1)))));

    // 2·sigmoid(2x) − 1 does not overflow, but has no digits for small x either.
    private static readonly Pattern OfSigmoid = P.Is(Op.Sub, P.Is(Op.Div, P.Number(2), P.Is(Op.Add, P.Number(1), P.Exp(P.Any("e")))), P.Number(1));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Div, Op.Sub);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp);

    // Sinh(x) / Cosh(x) of a program's own
    public override bool IsTriggeredBy(BinaryExpressionSyntax quotient) => IsCallOf(quotient.Left, "sinh") && IsCallOf(quotient.Right, "cosh");

    public override Finding? Look(Site site)
    {
        if (site.Operation is not IBinaryOperation)
        {
            return null;
        }

        if (OfSigmoid.On(site.Value) is { } sigmoid)
        {
            return new Finding("2/(1 + exp(−2x)) − 1 has no digits for small x", site.IsTensor ? "tanh" : "Math.Tanh") { Severity = sigmoid["e"].Is(Op.Const) ? DiagnosticSeverity.Hidden : DiagnosticSeverity.Info };
        }

        Match? mirrored = Mirrored.On(site.Value);
        Match? both = OfBoth.On(site.Value) ?? mirrored;
        Value x = both is not null ? both["x"] : OfOne.On(site.Value) is { } one ? one["e"] : Value.Unknown;
        if (x.Op is Op.Unknown or Op.Const || Surroundings.IsPower(x) || Surroundings.IsInLogarithm(site.Operation)
            || IsLimited(x, both is not null, site.Facts, Precision.Of(site.ElementType).Overflow))
        {
            return null;
        }

        string limit = Precision.Of(site.ElementType).ExpOverflow;
        Cure? cure = both is null ? OfHalf(site, x) : Of(site, x, mirrored is not null);
        return new Finding("This tanh is NaN once " + (both is not null ? "|x|" : "the exponent") + " exceeds " + limit, site.IsTensor ? "tanh" : "Math.Tanh") { Cure = cure };
    }

    private static bool IsCallOf(ExpressionSyntax expression, string function) => expression is InvocationExpressionSyntax { Expression: var called }
        && string.Equals((called as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (called as IdentifierNameSyntax)?.Identifier.ValueText, function, StringComparison.OrdinalIgnoreCase);

    private static Pattern Quotient(Pattern numerator, Pattern denominator) =>
        P.Either(P.Is(Op.Div, numerator, P.Guarded(denominator)), P.Is(Op.Div, Half(numerator), Half(denominator)));

    private static Pattern Half(Pattern sum) => P.Placed(P.Either(P.Is(Op.Div, sum, P.Number(2)), P.Is(Op.Mul, sum, P.Number(0.5))));

    // 1.7159·(exp(x) − 1)/(exp(x) + 1) divides the product.
    private static Pattern Scaled(Pattern numerator) => P.Either(numerator, P.Is(Op.Mul, P.Any("scale"), numerator));

    // The exponent is written as 2·x, and the fix needs x. A factor is left to the user: what is divided is not one expression then.
    private static Cure? OfHalf(Site site, Value exponent)
    {
        bool isNegated = Falling.On(site.Value) is not null;
        if (!isNegated && Rising.On(site.Value) is null)
        {
            return null;
        }

        while (exponent.Is(Op.Neg))
        {
            isNegated = !isNegated;
            exponent = exponent.Args[0];
        }

        if (!exponent.Is(Op.Mul))
        {
            return null;
        }

        int factor = exponent.Args[0].Is(Op.Const) ? 0 : 1;
        Value two = exponent.Args[factor];
        isNegated ^= two.IsConst(-2);
        if (!two.IsConst(2) && !two.IsConst(-2))
        {
            return null;
        }

        return Of(site, exponent.Args[1 - factor], isNegated);
    }

    private static Cure? Of(Site site, Value x, bool isNegated) =>
        site.IsTensor && isNegated ? null : Cures.Call(site, site.IsTensor ? "$0.tanh()" : isNegated ? "Math.Tanh(-$0)" : "Math.Tanh($0)", x);

    private static bool IsLimited(Value x, bool both, Facts facts, double most) =>
        Bounds.Above(x, facts, most) && (!both || Bounds.Below(x, facts, -most));
}
