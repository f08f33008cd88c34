using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>Probabilities as the first argument of kl_div, which takes their logarithms.</summary>
internal sealed class ProbabilitiesIntoKlDiv : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.ProbabilitiesIntoKlDiv,
        "Probabilities as the input of kl_div",
        "The input of kl_div is log-probabilities and gets {0}: the divergence is off by Σ q·(log p − p) and can be negative; pass log_softmax",
        Domains,
        "kl_div takes the logarithm of its target alone, never of its input.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.KlDiv);

    public override Finding? Look(Site site)
    {
        Value given = Shape.WithoutGuard(site.Value.Arg(0));
        return Contents.DomainOf(given) == Domain.Probabilities
            ? new Finding(Contents.NameOf(given)) { At = Operands.Argument(site, 0), Cure = Cures.LogSoftmaxInstead(Operands.Argument(site, 0)) }
            : null;
    }
}
