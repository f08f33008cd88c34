using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Schedules;

/// <summary>How rows and classes map to lanes and loops.</summary>
internal enum Schedule
{
    /// <summary>Rows across lanes: a block of rows is transposed in registers, and a vector holds one class of all of them.</summary>
    LanePerRow,

    /// <summary>Classes across lanes: a block of rows at a time, whose own numbers are computed together.</summary>
    RowBlock,

    /// <summary>Classes across lanes: one row at a time, in as many passes as its reductions need.</summary>
    RowStream,

    /// <summary>Positions across lanes, as they lie in memory: the only one for the layout N × classes × inner.</summary>
    PositionPerLane,
}

/// <summary>Chooses the schedule from the class count.</summary>
internal static class ScheduleTable
{
    /// <summary>The most vectors a row may have to be added up in four accumulators of its own type: beyond it they lose too many digits.</summary>
    public const int VectorsOfFourSums = 32;

    // The largest class count for which rows may be forced across lanes.
    private const int ForcedClasses = 64;

    /// <summary>
    /// Up to how many classes rows are taken by blocks where the number of classes is known at run time only; null where there is but one body.
    /// </summary>
    public static int? BlocksUpTo(KernelSpec spec, int lanes) => spec.Classes.IsConstant || spec.IsStrided ? null : VectorsOfFourSums * lanes;

    /// <summary>Up to how many classes rows are transposed in memory where the number of classes is known at run time only.</summary>
    public const int PlanesUpTo = 24;

    /// <summary>Whether short rows are transposed in memory.</summary>
    public static bool HasPlanes(KernelSpec spec) => !spec.Classes.IsConstant && !spec.IsStrided;

    /// <summary>The schedule of a kernel for vectors with so many lanes.</summary>
    public static Schedule Choose(KernelSpec spec, int lanes, Schedule? forced)
    {
        if (spec.IsStrided)
        {
            return Schedule.PositionPerLane;
        }

        if (spec.Classes.Constant is not { } classes)
        {
            return Schedule.RowStream;
        }

        return forced switch
        {
            // A row shorter than a vector cannot be streamed.
            Schedule.RowStream when classes >= lanes => Schedule.RowStream,
            Schedule.RowBlock when classes >= lanes && classes / lanes <= BlockVectors(lanes) => Schedule.RowBlock,
            Schedule.LanePerRow when classes <= ForcedClasses => Schedule.LanePerRow,
            _ => classes <= Unrolled(IsForward(spec), lanes) ? Schedule.LanePerRow
                : classes / lanes <= BlockVectors(lanes) ? Schedule.RowBlock
                : Schedule.RowStream,
        };
    }

    // The most vectors that a row of a block has: beyond it partial sums would need a second level, and a row's own numbers cost little. The
    // longest vectors have registers for twice as many sums.
    private static int BlockVectors(int lanes) => lanes >= 16 ? 2 * VectorsOfFourSums : VectorsOfFourSums;

    // The largest class count whose block of rows is written without loops: beyond it the registers no longer hold it. More where only a row's
    // own numbers come out, as the exponentials are done with once they are added up; the longest vectors, with which rows of several vectors
    // are fast and which have twice the registers, draw the line elsewhere.
    private static int Unrolled(bool isForward, int lanes) => lanes >= 16 ? (isForward ? 28 : 20) : isForward ? 32 : 16;

    // Logits and what a row has in, what a row has out.
    private static bool IsForward(KernelSpec spec) => spec.HasIndexTargets && spec.Parameters.All(parameter =>
        parameter.Role is KernelRole.Logits or KernelRole.Targets or KernelRole.ClassWeights or KernelRole.SampleWeights or KernelRole.Losses or KernelRole.LogSumExp);
}
