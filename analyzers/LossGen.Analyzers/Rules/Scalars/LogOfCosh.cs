using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(cosh(x)), the log-cosh loss, which is infinite once cosh overflows; also with cosh written as (exp(x) + exp(−x))/2.</summary>
internal sealed class LogOfCosh : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogOfCosh,
        "Logarithm of cosh",
        "log(cosh(x)) is infinite once |x| exceeds {0}, where it should be about |x|; {1}",
        Stability,
        "cosh(x) overflows long before its logarithm, which is close to |x| − log 2 there, would.");

    private static readonly Pattern Sum = P.Is(Op.Add, P.Placed(P.Exp(P.Any("x"))), P.Placed(P.Exp(P.Neg(P.Any("x")))));

    private static readonly Pattern Pattern = P.Is(Op.Log, P.Placed(P.Either(
        P.Is(Op.Cosh, P.Any("x")), P.Is(Op.Div, Sum, P.Number(2)), P.Is(Op.Mul, P.Number(0.5), Sum))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log);

    public override Finding? Look(Site site)
    {
        if (Pattern.On(site.Value) is not { } match || match["x"].Is(Op.Const)
            || (Bounds.Above(match["x"], site.Facts) && Bounds.Below(match["x"], site.Facts)))
        {
            return null;
        }

        Precision precision = Precision.Of(site.ElementType);
        return site.IsTensor
            ? new Finding(precision.ExpOverflow, "write x + softplus(−2x) − log 2 instead")
            : new Finding(precision.ExpOverflow, "call StableMath.LogCosh instead") { Cure = Cures.Call(site, "StableMath.LogCosh($0)", match["x"]) };
    }
}
