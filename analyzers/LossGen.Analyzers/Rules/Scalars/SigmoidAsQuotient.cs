using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>exp(x)/(1 + exp(x)) and its derivative, which are ∞/∞ for large x; 1/(1 + exp(−x)) is not.</summary>
internal sealed class SigmoidAsQuotient : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SigmoidAsQuotient,
        "Sigmoid written as exp(x)/(1 + exp(x))",
        "{0} is NaN once x exceeds {1}; {2} instead",
        Stability,
        "Both sides of the quotient overflow. 1/(1 + exp(−x)) has no such side.");

    // Its derivative overflows in the same place.
    private static readonly Pattern Derivative = P.Is(
        Op.Div,
        P.Exp(P.Any("x")),
        P.Either(P.Is(Op.Mul, P.As("sum", P.Is(Op.Add, P.Number(1), P.Exp(P.Any("x")))), P.Any("sum")), P.Is(Op.Pow, P.Is(Op.Add, P.Number(1), P.Exp(P.Any("x"))), P.Number(2))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sigmoid, Op.Div);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp);

    public override Finding? Look(Site site)
    {
        Match? derivative = Derivative.On(site.Value);
        Value x = derivative is not null ? derivative["x"] : site.Value.Arg(0);
        if ((derivative is null && !(site.Value.Is(Op.Sigmoid) && site.Value.Flags.HasFlag(ValueFlags.Naive))) || site.Operation is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide }
            || x.Is(Op.Const) || Bounds.Above(x, site.Facts, Precision.Of(site.ElementType).Overflow)
            || site.Facts.Checked(Value.Of(Op.Exp, x)) || Surroundings.IsPower(x) || Surroundings.IsInLogarithm(site.Operation))
        {
            return null;
        }

        string limit = Precision.Of(site.ElementType).ExpOverflow;
        string sigmoid = site.IsTensor ? "sigmoid" : "StableMath.Sigmoid";
        if (derivative is not null)
        {
            return new Finding("exp(x)/(1 + exp(x))²", limit, "multiply s = " + sigmoid + " by 1 − s");
        }

        return new Finding("exp(x)/(1 + exp(x))", limit, "call " + sigmoid)
        {
            Cure = Cures.Call(site, site.IsTensor ? "$0.sigmoid()" : "StableMath.Sigmoid($0)", x),
        };
    }
}
