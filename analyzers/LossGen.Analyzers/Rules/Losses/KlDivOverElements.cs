using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>kl_div with Reduction.Mean, which divides by the number of elements.</summary>
internal sealed class KlDivOverElements : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.KlDivOverElements,
        "Mean of a KL divergence over elements",
        "Reduction.Mean divides the divergence by rows × classes, not by rows; pass Reduction.Sum and divide by the number of rows",
        Domains,
        "The divergence of a row is a sum over its classes. The mean over elements makes it smaller by the number of classes.",
        DiagnosticSeverity.Info,
        enabled: false);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.KlDiv);

    public override Finding? Look(Site site) => site.Value.Arg(2).IsConst(1) ? new Finding() : null;
}
