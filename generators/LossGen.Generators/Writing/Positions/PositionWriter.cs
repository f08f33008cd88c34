using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Blocks;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.Positions;

/// <summary>
/// Neighbouring positions lie across lanes, and every reduction over the classes is vertical: for the layout N × classes × inner, which lies
/// in memory like that, and for rows that are transposed in memory. What several passes need waits in tiles: classes are <c>inner</c> elements
/// apart, often a power of two, and would push each other out of the cache.
/// </summary>
internal sealed class PositionWriter
{
    private readonly SourceWriter w;
    private readonly KernelSpec spec;
    private readonly RowProgram program;
    private readonly VectorDialect v;
    private readonly PassPlan plan;
    private readonly BlockRows rows;
    private readonly ClassLoop loop;
    private readonly TileMemory memory;
    private readonly PositionSource source;
    private readonly BodyPlan body;
    private int step;

    private PositionWriter(SourceWriter writer, KernelPlan kernel, BodyPlan body, VectorDialect dialect)
    {
        this.body = body;
        spec = kernel.Rows;
        source = body.Schedule == Schedule.RowPlanes ? new TransposedRows(spec, dialect) : new StridedPositions(spec, dialect);
        w = writer;
        v = dialect;
        plan = kernel.PassesOf(body);
        program = plan.Program;
        rows = new BlockRows(w, spec, program, v, plan);
        loop = new ClassLoop(program.Classes, v, step: 1, unroll: 4);
        memory = new TileMemory(w, program.Classes, v, Tiles, v.Lanes);
    }

    public static void Write(SourceWriter writer, KernelPlan kernel, BodyPlan body, VectorDialect dialect) =>
        new PositionWriter(writer, kernel, body, dialect).WriteMethod();

    private void WriteMethod()
    {
        w.Line($"/// <summary>{source.Title}</summary>");
        w.Open($"private static double {body.Name}({BodyMethod.Parameters(spec)})");
        DeclareMemory();
        rows.DeclareConstants();
        loop.Declare(w);
        rows.DeclareTotals();
        source.OpenLoop(w);
        WriteBlock();
        source.CloseLoop(w);
        memory.Release();
        rows.ReturnTotals();
        w.Close();
    }

    /// <summary>The names of all memory that holds a vector of positions for every class.</summary>
    private IReadOnlyList<string> Tiles =>
        [.. plan.Spills.Select(spill => spill.Place), .. Numbers.Select(Part), .. spec.Has(KernelRole.Mask) ? (string[])[MaskPart, MaskPart + "Rest"] : []];

    /// <summary>What has a number for every class of a position.</summary>
    private IEnumerable<KernelBuffer> Numbers => rows.PerClass.Where(buffer => buffer.Role != KernelRole.Mask);

    /// <summary>The memory for the mask of a block that is not full. Words take up to twice the room of a number.</summary>
    private const string MaskPart = "maskNumbers";

    /// <summary>All of it outside the loop, as stack memory must be.</summary>
    private void DeclareMemory()
    {
        rows.DeclareTails(source.IsFull);
        foreach ((string name, _) in rows.Picks())
        {
            rows.DeclareReference(BlockRows.RowsOf(name), v.Lanes);
        }

        memory.Declare(plan.Spills.Count > 0
            ? $"{string.Join(" and ", plan.Spills.Select(spill => spill.Name))} of a block wait here from one pass to the next; so do {source.Copied}"
            : $"here lie {source.Copied}");
    }

    private void WriteBlock()
    {
        rows.Enter(source.First);
        WriteMask();
        foreach (var buffer in Numbers)
        {
            string place = buffer.IsWritten ? source.Write(buffer, PartOf(buffer)) : source.Read(buffer, program.Classes.ToString(), PartOf(buffer));
            w.Line($"ref {buffer.Item} {buffer.Name} = ref {place};");
        }

        rows.WritePicks(() => $"{++step}. what belongs to the positions' targets", "lane", "index", (span, index) => v.ReadOne($"Unsafe.Add(ref {span}, {index})", spec.ItemOf(span)));
        if (program.Reads(InputKind.IsTarget) || program.Reads(InputKind.OfPair))
        {
            w.Line($"{v.IndexType} y = Lanes.{(spec.Element == ElementType.Float ? "Targets" : "LongTargets")}{v.Lanes}(ref targets);");
        }

        for (int pass = 0; pass < plan.Count; pass++)
        {
            rows.WriteStatements(pass);
            WritePass(pass);
        }

        rows.WriteStatements(plan.Count);
        rows.WriteStores(source.First);
        foreach (var buffer in rows.PerClass.Where(buffer => buffer.IsWritten))
        {
            w.Line(source.Finish(buffer, PartOf(buffer)));
        }
    }

    private void WriteMask()
    {
        if (KernelBuffer.Of(spec).FirstOrDefault(buffer => buffer.Role == KernelRole.Mask) is not { } mask)
        {
            return;
        }

        string perPosition = MaskText.IsBits(spec) ? MaskText.Words(program.Classes) : program.Classes.ToString();
        w.Line($"ref {mask.Item} mask = ref {source.Read(mask, perPosition, $"Unsafe.As<{v.Item}, {mask.Item}>(ref {MaskPart})")};");
    }

    /// <summary>The memory for the classes of a block that is not full.</summary>
    private static string Part(KernelBuffer buffer) => buffer.Name + "Part";

    /// <summary>The same as memory of the buffer's type, which takes no more room.</summary>
    private string PartOf(KernelBuffer buffer) => buffer.Item == v.Item ? Part(buffer) : $"Unsafe.As<{v.Item}, {buffer.Item}>(ref {Part(buffer)})";

    private void WritePass(int pass)
    {
        var reductions = plan.Reductions(pass).ToList();
        var stores = plan.ClassStores(pass).ToList();
        if (reductions.Count == 0 && stores.Count == 0)
        {
            return;
        }

        w.Comment($"{++step}. {PassText.Describe(reductions, stores, program)}");
        var writer = new PositionPass(w, v, plan, new PositionClasses(spec, v), loop) { Mask = rows.MasksClasses(stores) ? "kept" : null };
        writer.Write(pass, reductions, [.. stores.Select(NameTarget)]);
        w.Blank();
    }

    /// <summary>What is stored at the target is computed once, before the classes.</summary>
    private Store NameTarget(Store store)
    {
        if (TargetChoice.Of(store) is not { } choice)
        {
            return store;
        }

        string name = OutputNames.Short(store.Output) + "Target";
        w.Line($"{v.Type} {name} = {rows.Print(choice.Then)};");
        return store with { Value = choice with { Then = new Name(name, Shape.Row) } };
    }
}
