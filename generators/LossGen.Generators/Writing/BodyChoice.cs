using System.Collections.Generic;
using LossGen.Generators.Schedules;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing;

/// <summary>The choice of the body for the machine's vectors, which the compiler at run time folds.</summary>
internal static class BodyChoice
{
    /// <summary>Widest first: the first one that the machine runs in hardware is used.</summary>
    public static IReadOnlyList<int> VectorWidths { get; } = [512, 256, 128];

    /// <summary>Writes the expression, one line per body, after the line that begins its statement.</summary>
    public static void Write(SourceWriter w, KernelSpec spec, string arguments, bool rowsLieAcrossLanes)
    {
        string before = string.Empty;
        if (ScheduleTable.HasPlanes(spec))
        {
            // By class count first, so that a row has the same bits in a batch of a few rows and of many.
            foreach (int bits in VectorWidths)
            {
                var dialect = new VectorDialect(spec.Element, bits);
                WriteBody(bits, $" && classes <= {ScheduleTable.PlanesUpTo}{EnoughRows(dialect)}", BodyMethod.PlanesName(dialect));
            }
        }

        foreach (int bits in VectorWidths)
        {
            var dialect = new VectorDialect(spec.Element, bits);
            int lanes = dialect.Lanes;

            // A row shorter than a vector cannot be streamed. And where rows lie across lanes, which gives the same bits with all widths, a
            // batch of a few rows is not padded to a wide block.
            string fits = !spec.Classes.IsConstant && !spec.IsStrided ? $" && classes >= {lanes}"
                : rowsLieAcrossLanes ? EnoughRows(dialect)
                : string.Empty;
            if (ScheduleTable.BlocksUpTo(spec, lanes) is { } most)
            {
                WriteBody(bits, $"{fits} && classes <= {most}", BodyMethod.BlockName(dialect));
            }

            WriteBody(bits, fits, BodyMethod.Name(dialect));
        }

        w.Line($"    : RowsScalar({arguments});");

        static string EnoughRows(VectorDialect dialect) => dialect.Bits > 128 ? $" && rows > {dialect.Lanes / 2}" : string.Empty;

        void WriteBody(int bits, string fits, string name)
        {
            w.Line($"    {before}Vector{bits}.IsHardwareAccelerated{fits} ? {name}({arguments})");
            before = ": ";
        }
    }
}
