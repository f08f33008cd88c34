using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Reductions;

/// <summary>s += x[i] in float, for long x.</summary>
internal sealed class LongFloatSum : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LongFloatSum,
        "Sum in float over a loop",
        "A float sum stops growing once a term is below half its last place: adding 1 to 16777216 changes nothing; sum in double, or call TensorPrimitives.Sum",
        Accuracy,
        "Every addition rounds to 24 bits, and the errors add up.",
        DiagnosticSeverity.Info,
        enabled: false);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Add);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Sum);

    public override Finding? Look(Site site) => site.Operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Target: ILocalReferenceOperation { Local.Type.SpecialType: SpecialType.System_Single } }
        && site.Value.Arg(0).Is(Op.LoopVariable) && Shape.WithoutPlace(site.Value.Arg(1)) is { Op: Op.Leaf or Op.Member or Op.Exp or Op.Log } && LoopIndex.Mentions(site.Value.Arg(1))
        ? new Finding()
        : null;
}
