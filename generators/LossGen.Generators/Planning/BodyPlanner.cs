using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Planning;

/// <summary>
/// Chooses a kernel's bodies from the number of classes, the layout and what is asked for. Every number here was measured (docs/performance.md).
/// </summary>
internal static class BodyPlanner
{
    /// <summary>The vectors' widths, widest first: the first one that the machine runs in hardware is used.</summary>
    public static IReadOnlyList<int> VectorWidths { get; } = [512, 256, 128];

    /// <summary>The most vectors a row may have to be added up in four accumulators of its own type: beyond it they lose too many digits.</summary>
    private const int VectorsOfFourSums = 32;

    // A row of so many vectors is written without a loop.
    private const int StraightVectors = 8;

    // Up to so many vectors a row, the logits of two blocks fit 32 KB.
    private const int AheadVectors = 16;

    // The largest class count for which rows may be forced across lanes.
    private const int ForcedClasses = 64;

    // From how many lanes on a block is so much work that a few rows have a body of their own.
    private const int FewFrom = 8;

    // Up to how many classes rows are transposed in memory, where the number of classes is known at run time only.
    private const int PlanesUpTo = 24;

    /// <summary>
    /// How many vectors of a block's row are written without a loop, or in one turn of it: more accumulators of long rows mean fewer roundings
    /// each.
    /// </summary>
    public static int StepsOfBlocks(ClassCount classes, int lanes) =>
        classes.Constant / lanes is <= StraightVectors or > VectorsOfFourSums ? StraightVectors : 4;

    /// <summary>The bodies in the order in which a call tries them.</summary>
    public static IReadOnlyList<BodyPlan> Bodies(KernelSpec spec, Trial trial)
    {
        var widths = VectorWidths.Where(bits => trial.Bits is null || trial.Bits == bits)
            .Select(bits => new BodyPlan(Schedule.RowStream, bits, spec.Element)).ToList();
        IEnumerable<BodyPlan> bodies = spec.IsStrided ? widths.Select(body => body with { Schedule = Schedule.PositionPerLane })
            : spec.Classes.Constant is { } classes ? OfConstant(spec, classes, widths, trial.Schedule)
            : OfRunTime(widths);
        return [.. bodies, new BodyPlan(Schedule.RowStream, 0, spec.Element)];
    }

    /// <summary>
    /// Whether blocks are so large that making the first pass of the next early pays, and so small that two of them fit the nearest cache.
    /// </summary>
    public static bool PaysAhead(BodyPlan body, ClassCount classes) =>
        body.Bits == VectorWidths[0] && (!classes.IsConstant || classes.Value / body.Lanes <= AheadVectors);

    private static IEnumerable<BodyPlan> OfConstant(KernelSpec spec, int classes, List<BodyPlan> widths, Schedule? forced)
    {
        var chosen = widths.Select(body => body with { Schedule = Choose(IsForward(spec), classes, body.Lanes, forced) }).ToList();

        // Rows across lanes have the same bits with vectors of all widths, so a few rows are not padded to a wide block.
        bool sameBits = chosen.All(body => body.Schedule == Schedule.LanePerRow);
        if (sameBits && chosen.Count > 0 && TakesOneLane(spec))
        {
            yield return chosen[chosen.Count - 1] with { Schedule = Schedule.OneLane, FromRows = 1, UpToRows = 1 };
        }

        foreach (var body in chosen.SelectMany(body => WithFew(sameBits ? EnoughRows(body, chosen) : body)))
        {
            yield return body;
        }
    }

    /// <summary>Chosen by the number of classes first, so that a row has the same bits in a batch of a few rows and of many.</summary>
    private static IEnumerable<BodyPlan> OfRunTime(List<BodyPlan> widths)
    {
        foreach (var body in widths)
        {
            yield return EnoughRows(body with { Schedule = Schedule.RowPlanes, UpToClasses = PlanesUpTo }, widths);
        }

        foreach (var body in widths)
        {
            // A row shorter than a vector cannot be streamed.
            var stream = body with { FromClasses = body.Lanes };
            var blocks = stream with { Schedule = Schedule.RowBlock, UpToClasses = VectorsOfFourSums * body.Lanes };
            foreach (var taken in WithFew(blocks))
            {
                yield return taken;
            }

            yield return stream;
        }
    }

    /// <summary>A body and, before it, the one for a few rows where it takes blocks of many.</summary>
    private static IEnumerable<BodyPlan> WithFew(BodyPlan body) => body.Schedule == Schedule.RowBlock && body.Lanes >= FewFrom
        ? [body with { Schedule = Schedule.RowAlone, UpToRows = body.Lanes / 2 }, body]
        : [body];

    // A wide block wants more rows than the next narrower one takes.
    private static BodyPlan EnoughRows(BodyPlan body, List<BodyPlan> bodies) =>
        body.Bits > bodies[bodies.Count - 1].Bits ? body with { FromRows = (body.Lanes / 2) + 1 } : body;

    private static Schedule Choose(bool isForward, int classes, int lanes, Schedule? forced) => forced switch
    {
        // A row shorter than a vector cannot be streamed.
        Schedule.RowStream when classes >= lanes => Schedule.RowStream,
        Schedule.RowBlock when classes >= lanes && classes / lanes <= BlockVectors(lanes) => Schedule.RowBlock,
        Schedule.LanePerRow when classes <= ForcedClasses => Schedule.LanePerRow,
        _ => classes <= Unrolled(isForward, lanes) ? Schedule.LanePerRow
            : classes / lanes <= BlockVectors(lanes) ? Schedule.RowBlock
            : Schedule.RowStream,
    };

    // The most vectors that a row of a block has: beyond it partial sums would need a second level, and a row's own numbers cost little. The
    // longest vectors have registers for twice as many sums.
    private static int BlockVectors(int lanes) => lanes >= 16 ? 2 * VectorsOfFourSums : VectorsOfFourSums;

    // The largest class count whose block of rows is written without loops: beyond it the registers no longer hold it. More where only a row's
    // own numbers come out, as the exponentials are done with once they are added up; the longest vectors, with which rows of several vectors
    // are fast and which have twice the registers, draw the line elsewhere.
    private static int Unrolled(bool isForward, int lanes) => lanes >= 16 ? (isForward ? 28 : 20) : isForward ? 32 : 16;

    // Numbers of the element type and the target's index: nothing that is read or written for a block of rows at once.
    private static bool TakesOneLane(KernelSpec spec) => !spec.IsLinear && spec.Parameters.All(parameter =>
        parameter.Role == KernelRole.Targets && spec.HasIndexTargets
        || RoleTable.Of(parameter.Role).Extent switch
        {
            BufferExtent.Number => parameter.Role != KernelRole.Correct,
            BufferExtent.ClassPairs => false,
            _ => parameter.Item == Storage.Of(spec.Element),
        });

    // Logits and what a row has in, what a row has out.
    private static bool IsForward(KernelSpec spec) => spec.HasIndexTargets && spec.Parameters.All(parameter =>
        parameter.Role is KernelRole.Logits or KernelRole.Targets or KernelRole.ClassWeights or KernelRole.SampleWeights or KernelRole.Losses
            or KernelRole.LogSumExp);
}
