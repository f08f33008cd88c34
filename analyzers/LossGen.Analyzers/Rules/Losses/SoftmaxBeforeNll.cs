using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>Probabilities given to the negative log-likelihood, which only picks and negates what it gets.</summary>
internal sealed class SoftmaxBeforeNll : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SoftmaxBeforeNll,
        "Softmax before NLLLoss",
        "This loss takes log-probabilities and gets {0}: it is −p, between −1 and 0, and no likelihood; pass log_softmax",
        Domains,
        "NLLLoss takes no logarithm itself. Of probabilities it makes a linear loss whose gradient is small where the answer is wrong.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.NllLoss);

    public override Finding? Look(Site site)
    {
        Value given = Shape.WithoutGuard(site.Value.Arg(0));
        return Contents.DomainOf(given) == Domain.Probabilities
            ? new Finding(Contents.NameOf(given)) { At = Operands.Argument(site, 0), Cure = Cures.LogSoftmaxInstead(Operands.Argument(site, 0)) }
            : null;
    }
}
