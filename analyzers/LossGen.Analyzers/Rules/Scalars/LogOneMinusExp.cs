using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(1 − exp(x)), also as log(−expm1(x)) and log1p(−exp(x)), each of which is good on half of the range at most.</summary>
internal sealed class LogOneMinusExp : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogOneMinusExp,
        "Logarithm of 1 − exp(x)",
        "log(1 − exp(x)) {0}; {1}",
        Stability,
        "Near 0 the difference loses its digits, far below 0 the sum does; no single formula is good on both sides.");

    private static readonly Pattern Difference = P.Is(Op.Log, P.Is(Op.Sub, P.Number(1), P.Placed(P.Exp(P.Any("x")))));

    private static readonly Pattern OfExpm1 = P.Is(Op.Log, P.Neg(P.Is(Op.Expm1, P.Any("x"))));

    private static readonly Pattern OfLog1p = P.Is(Op.Log1p, P.Neg(P.Placed(P.Exp(P.Any("x")))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log, Op.Log1p);

    public override Finding? Look(Site site)
    {
        Precision precision = Precision.Of(site.ElementType);
        return Difference.On(site.Value) is { } plain ? Found(site, plain, $"is −∞ for −{precision.Unit} < x < 0 and exactly 0 below −{precision.Saturation}")
            : site.IsTensor ? null
            : OfExpm1.On(site.Value) is { } expm1 ? Found(site, expm1, $"by expm1 is exactly 0 below −{precision.Saturation}")
            : OfLog1p.On(site.Value) is { } log1p ? Found(site, log1p, $"by log1p is −∞ for −{precision.Unit} < x < 0")
            : null;
    }

    // Of tensors, where() has both halves, each of which is right on its side.
    // Who compares x with something has two branches, or knows the range. exp(log(p)/k) is a power, whose exponent is moderate.
    private static Finding? Found(Site site, Match match, string consequence)
    {
        Value x = match["x"];
        bool known = x.Is(Op.Const) || Surroundings.IsPower(x) || IsCompared(x, site.Facts);
        return known ? null
            : site.IsTensor ? new Finding(consequence, "take log(−expm1(x)) above −0.69 and log1p(−exp(x)) below")
            : new Finding(consequence, "call StableMath.Log1mExp instead") { Cure = Cures.Call(site, "StableMath.Log1mExp($0)", x) };
    }

    // b < a before log(1 − exp(b − a)) only says that there is a logarithm.
    private static bool IsCompared(Value x, Facts facts) => x.Is(Op.Sub) ? facts.Compare(x)
        : facts.Bound(x, above: true) || facts.Bound(x, above: false)
        || facts.Bound(Canonical.Negate(x), above: true) || facts.Bound(Canonical.Negate(x), above: false);
}
