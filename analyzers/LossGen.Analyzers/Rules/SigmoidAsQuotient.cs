using System.Collections.Immutable;
using LossGen.Analyzers.Engine;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>exp(x)/(1 + exp(x)), which is ∞/∞ for large x; 1/(1 + exp(−x)) is not.</summary>
internal sealed class SigmoidAsQuotient : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SigmoidAsQuotient,
        "Sigmoid written as exp(x)/(1 + exp(x))",
        "exp(x)/(1 + exp(x)) is NaN once x exceeds {0}; call {1} instead",
        Stability,
        "Both sides of the quotient overflow. 1/(1 + exp(−x)) has no such side.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sigmoid);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp);

    public override Finding? Look(Site site)
    {
        Value x = site.Value.Arg(0);
        if (!site.Value.Flags.HasFlag(ValueFlags.Naive) || site.Operation is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide }
            || x.Is(Op.Const) || Bounds.Above(x, site.Facts) || Surroundings.IsPower(x) || Surroundings.IsInLogarithm(site.Operation))
        {
            return null;
        }

        return new Finding(Precision.Of(site.ElementType).ExpOverflow, site.IsTensor ? "sigmoid" : "StableMath.Sigmoid")
        {
            Recipe = site.IsTensor ? Parts.Call("sigmoid", site, x) : Parts.SignedCall("Sigmoid", site, x),
        };
    }
}
