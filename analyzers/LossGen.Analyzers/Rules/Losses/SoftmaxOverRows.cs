using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>softmax over dimension 0 of a batch.</summary>
internal sealed class SoftmaxOverRows : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SoftmaxOverRows,
        "Softmax over the rows of a batch",
        "Dimension 0 of a layer's output is the batch: this {0} normalises each class over the rows; pass dim: 1 or −1",
        Domains,
        "Rows of a batch have nothing to do with each other.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Softmax, Op.LogSoftmax);

    public override Finding? Look(Site site) => Operands.IsCall(site.Operation) && site.Value.Arg(1).IsConst(0) && site.Value.Arg(0).Is(Op.Linear)
        ? new Finding(site.Value.Is(Op.Softmax) ? "softmax" : "log-softmax") { Cure = Cure.Of("Pass dim: -1 (changes the result)", Operands.Argument(site, 1), "-1") }
        : null;
}
