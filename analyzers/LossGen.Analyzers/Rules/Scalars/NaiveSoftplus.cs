using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(1 + exp(x)), also as log1p(exp(x)): infinite once exp overflows.</summary>
internal sealed class NaiveSoftplus : Rule
{
    // It is written twice, so it must be a plain name.
    private const string Tensor = "torch.logaddexp($0, torch.zeros_like($0))";

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.NaiveSoftplus,
        "Softplus written as log(1 + exp(x))",
        "log(1 + exp(x)) is infinite from x = {0} on{1}; call {2} instead",
        Stability,
        "exp(x) overflows long before log(1 + exp(x)), which is close to x there, would.");

    private static readonly Pattern Softplus = P.Either(
        P.AnyLog(P.Placed(P.Is(Op.Add, P.Number(1), P.Placed(P.Exp(P.Any("x")))))),
        P.Is(Op.Log1p, P.Placed(P.Exp(P.Any("x")))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log, Op.Log1p, Op.Log2, Op.Log10, Op.LogBase);

    public override Finding? Look(Site site)
    {
        Precision precision = Precision.Of(site.ElementType);
        if (Softplus.On(site.Value) is not { } match || Bounds.Above(match["x"], site.Facts, precision.Overflow) || site.Facts.Checked(Value.Of(Op.Exp, match["x"])))
        {
            return null;
        }

        bool exact = site.Value.Op is Op.Log or Op.Log1p;
        string small = !site.Value.Is(Op.Log1p) ? " and exactly 0 below −" + precision.Saturation : string.Empty;
        return site.IsTensor
            ? new Finding(precision.ExpOverflow, small, "torch.logaddexp") { Cure = exact && Parts.Of(match["x"], site) is IdentifierNameSyntax ? Cures.Call(site, Tensor, match["x"]) : null }
            : new Finding(precision.ExpOverflow, small, "StableMath.Softplus") { Cure = exact ? Cures.Call(site, "StableMath.Softplus($0)", match["x"]) : null };
    }
}
