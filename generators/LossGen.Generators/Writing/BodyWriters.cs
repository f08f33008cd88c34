using System;
using LossGen.Generators.Planning;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.LanePerRow;
using LossGen.Generators.Writing.Positions;
using LossGen.Generators.Writing.RowBlock;
using LossGen.Generators.Writing.RowStream;

namespace LossGen.Generators.Writing;

/// <summary>Which writer prints a body: one for each schedule, and the only place that knows them all.</summary>
internal static class BodyWriters
{
    public static void Write(SourceWriter w, KernelPlan plan, BodyPlan body)
    {
        Dialect dialect = body.Bits == 0 ? new ScalarDialect(body.Element)
            : body.Schedule == Schedule.OneLane ? new OneLaneDialect(body.Element, body.Bits)
            : new VectorDialect(body.Element, body.Bits) { TakesTables = body.TakesTables };
        switch (body.Schedule)
        {
            case Schedule.LanePerRow:
            case Schedule.OneLane:
                LanePerRowWriter.Write(w, plan, body, (VectorDialect)dialect);
                break;
            case Schedule.RowBlock:
                RowBlockWriter.Write(w, plan, body, (VectorDialect)dialect);
                break;
            case Schedule.RowAlone:
            case Schedule.RowStream:
                RowStreamWriter.Write(w, plan, body, dialect);
                break;
            case Schedule.PositionPerLane:
            case Schedule.RowPlanes:
                PositionWriter.Write(w, plan, body, (VectorDialect)dialect);
                break;
            default:
                throw new NotSupportedException($"No writer for {body.Schedule}.");
        }
    }
}
