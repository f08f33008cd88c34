using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Labels;

/// <summary>The mean loss of a part of a batch, divided by the number of parts.</summary>
internal sealed class MeanUnderAccumulation : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.MeanUnderAccumulation,
        "Mean under gradient accumulation",
        "Means of parts of unequal size do not average to the mean of the whole; sum the losses and divide by the count of the whole batch",
        Labels,
        "Parts differ in how many rows are not ignored.",
        DiagnosticSeverity.Info,
        enabled: false);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Div);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits, Op.NllLoss);

    public override Finding? Look(Site site) => site.Operation is IBinaryOperation { RightOperand: var divisor } && Shape.WithoutPlace(site.Value.Arg(0)) is { Op: Op.CrossEntropyWithLogits or Op.NllLoss } loss && loss.Arg(2).IsConst(1)
        && Names.Say(Meaning.Steps, Terms.NameOf(divisor)) ? new Finding() : null;
}
