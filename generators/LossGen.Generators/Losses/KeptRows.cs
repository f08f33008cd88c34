using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>
/// Which rows count. An ignored row counts for nothing, even if it holds NaN; so does a row whose sample weight is 0. A class weight of 0 takes
/// the target's term away: the whole row, unless smoothing or a z-loss leaves something of it. The reduction plays no part.
/// </summary>
internal static class KeptRows
{
    public static IReadOnlyList<Expr> Conditions(KernelSpec spec, Lowering lowering)
    {
        var kept = new List<Expr>();
        if (spec.HasIndexTargets && spec.Options.InvalidTarget == InvalidTarget.Ignore)
        {
            kept.Add(lowering.Condition(new Input(InputKind.InRange)));
        }

        if (spec.HasIndexTargets && spec.Options.IgnoreIndex is not null)
        {
            kept.Add(lowering.Condition(new Input(InputKind.NotIgnored)));
        }

        if (spec.HasClassWeights && spec.HasIndexTargets && !LeavesSomething(spec))
        {
            kept.Add(lowering.Condition(new Compare(CompareOp.NotEqual, Inputs.OfTarget(KernelRole.ClassWeights), Expr.Zero)));
        }

        if (spec.Has(KernelRole.SampleWeights))
        {
            kept.Add(lowering.Condition(new Compare(CompareOp.NotEqual, Inputs.OfRow(KernelRole.SampleWeights), Expr.Zero)));
        }

        return kept;
    }

    /// <summary>Whether a row has a loss that the weight of its target's class does not multiply.</summary>
    public static bool LeavesSomething(KernelSpec spec) => spec.Options.LabelSmoothing > 0 || spec.Options.ZLoss > 0;
}
