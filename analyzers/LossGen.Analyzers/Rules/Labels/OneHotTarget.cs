using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Labels;

/// <summary>One-hot integers as the target of a cross-entropy.</summary>
internal sealed class OneHotTarget : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.OneHotTarget,
        "One-hot integers as a target",
        "A one-hot of integers is neither class indices nor probabilities: cross_entropy fails on it at run time; pass the indices, or convert to float",
        Labels,
        "Probabilities as a target must have the type of the logits.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits, Op.NllLoss);

    public override Finding? Look(Site site) => site.Value.Arg(1).Is(Op.OneHot) ? new Finding { At = Operands.Argument(site, 1) } : null;
}
