using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Losses;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Planning;

/// <summary>Everything that will be done, before a line is written: a value, which tests read and compare.</summary>
/// <param name="Spec">The kernel asked for.</param>
/// <param name="Rows">The kernel of logits behind it: the same, or that of a linear layer's tiles.</param>
/// <param name="Program">What a row computes.</param>
/// <param name="Bodies">Its bodies, in the order in which a call tries them; none where no row has results.</param>
/// <param name="Variants">Where spans may be absent, a plan for every choice of them; then nothing else of this plan is written.</param>
internal sealed record KernelPlan(
    KernelSpec Spec,
    KernelSpec Rows,
    RowProgram Program,
    EquatableArray<BodyPlan> Bodies,
    EquatableArray<KernelPlan> Variants)
{
    /// <summary>Plans a kernel.</summary>
    /// <param name="spec">What is asked for.</param>
    /// <param name="trial">What tests and benchmarks ask for.</param>
    public static KernelPlan Of(KernelSpec spec, Trial trial = default) =>
        Of(spec, trial, KernelVariants.Has(spec) ? KernelVariants.Of(spec).Select(variant => Of(variant, trial, [])) : []);

    private static KernelPlan Of(KernelSpec spec, Trial trial, IEnumerable<KernelPlan> variants)
    {
        var rows = LinearSource.OfRows(spec);
        return new KernelPlan(
            spec,
            rows,
            KernelProgram.Build(rows),
            (rows.HasResults ? BodyPlanner.Bodies(rows, trial) : []).ToEquatableArray(),
            variants.ToEquatableArray());
    }

    /// <summary>The passes of a body whose vectors do not hold all of a row's classes at once.</summary>
    public PassPlan PassesOf(BodyPlan body) => body.Schedule is Schedule.PositionPerLane or Schedule.RowPlanes
        ? PassPlan.InTiles(Program)
        : PassPlan.InOutputs(Program, Rows);

    /// <summary>
    /// Whether a block's first pass is made while the block before is worked on. Labels in the bits of one number are read row by row.
    /// </summary>
    public bool RunsAhead(BodyPlan body, PassPlan passes) => body.Schedule == Schedule.RowBlock && BodyPlanner.PaysAhead(body, Rows.Classes)
        && Rows.Parameter(KernelRole.Targets)?.Item != "ulong" && passes.FirstStandsAlone;

    /// <summary>The plan, one line a step.</summary>
    public override string ToString() => PlanText.Of(this);
}
