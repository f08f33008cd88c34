using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Reductions;

/// <summary>A softmax of scores that are masked with −∞, of which a row may be masked as a whole.</summary>
internal sealed class MaskedRow : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.MaskedRow,
        "Softmax of a row that may be masked as a whole",
        "Scores are masked with −∞: where all of a row are, the softmax is 0/0 = NaN; mask with a large negative number, or set such rows to 0 afterwards",
        Stability,
        "The maximum of such a row is −∞, and −∞ − (−∞) is NaN.",
        DiagnosticSeverity.Info,
        enabled: false);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Softmax, Op.LogSoftmax);

    public override Finding? Look(Site site) => Operands.IsCall(site.Operation) && Shape.WithoutPlace(site.Value.Arg(0)) is { Op: Op.Choose } masked && (IsMinusInfinity(masked.Args[1]) || IsMinusInfinity(masked.Args[2]))
        ? new Finding()
        : null;

    private static bool IsMinusInfinity(Value value) => value.Is(Op.Const) && double.IsNegativeInfinity(value.Number);
}
