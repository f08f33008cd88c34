using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Models;

/// <summary>A softmax and then the binary cross-entropy.</summary>
internal sealed class SoftmaxBeforeBce : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SoftmaxBeforeBce,
        "Softmax before a binary cross-entropy",
        "A softmax makes its outputs compete, and this loss scores each alone; use cross_entropy on logits for one class of many, or a sigmoid for many labels",
        Models,
        "The likelihood of one class of many is not the product of independent coins.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Bce);

    public override Finding? Look(Site site) => Shape.WithoutGuard(site.Value.Arg(0)).Is(Op.Softmax) ? new Finding { At = Operands.Argument(site, 0) } : null;
}
