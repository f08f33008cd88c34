using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Blocks;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.Positions;

/// <summary>
/// The layout N × classes × inner: neighbouring positions lie across lanes as they lie in memory, so nothing is transposed and every reduction
/// over the classes is vertical. What several passes need waits in tiles: classes are <c>inner</c> elements apart, often a power of two, and
/// would push each other out of the cache.
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
    private int step;

    private PositionWriter(SourceWriter writer, KernelSpec spec, RowProgram program, VectorDialect dialect)
    {
        w = writer;
        this.spec = spec;
        this.program = PicksInPasses(program);
        v = dialect;
        plan = PassPlan.InTiles(this.program);
        rows = new BlockRows(w, spec, this.program, v, plan);
        loop = new ClassLoop(program.Classes, v, step: 1, unroll: 4);
        memory = new TileMemory(w, program.Classes, v, Tiles, v.Lanes);
    }

    public static void Write(SourceWriter writer, KernelSpec spec, RowProgram program, VectorDialect dialect) =>
        new PositionWriter(writer, spec, program, dialect).WriteMethod();

    /// <summary>
    /// The target's logit is found in the pass that reads the logits anyway: picked one by one, it would touch lines of memory that push each
    /// other out of the cache.
    /// </summary>
    private static RowProgram PicksInPasses(RowProgram program)
    {
        if (!program.Reads(InputKind.TargetLogit))
        {
            return program;
        }

        var isTarget = new Load(InputNames.Of(InputKind.IsTarget), InputKind.IsTarget);
        var logit = new Name(InputNames.Of(InputKind.Logit), Shape.Class);
        var statements = program.Statements.Select(statement => statement is Load { Kind: InputKind.TargetLogit } load ? new Reduce(load.Name, ReduceOp.AtTarget, logit) : statement);
        return program with { Statements = (program.Reads(InputKind.IsTarget) ? statements : statements.Prepend(isTarget)).ToEquatableArray() };
    }

    private void WriteMethod()
    {
        w.Line($"/// <summary>{v.Lanes} positions at a time, one class after the other of {program.Classes.InWords} classes.</summary>");
        w.Open($"private static double {BodyMethod.Name(v)}({BodyMethod.Parameters(spec)})");
        DeclareMemory();
        rows.DeclareConstants();
        loop.Declare(w);
        rows.DeclareTotals();
        w.Line("// the first row's plane and its position there");
        w.Line($"int at = firstRow % inner;");
        w.Line($"nint place = ((nint)(firstRow / inner) * {program.Classes} * inner) + at;");
        w.Open("for (int row = firstRow; row < firstRow + rows; )");
        w.Line($"int count = Math.Min({v.Lanes}, Math.Min(inner - at, firstRow + rows - row));");
        WriteBlock();
        w.Blank();
        w.Line("row += count;");
        w.Line("place += count;");
        w.Line("at += count;");
        w.Open("if (at == inner)");
        w.Line("at = 0;");
        w.Line($"place += ((nint){program.Classes} - 1) * inner;");
        w.Close();
        w.Close();
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
        rows.DeclareTails(isFull: null);
        foreach ((string name, _) in rows.Picks())
        {
            rows.DeclareReference(BlockRows.RowsOf(name), v.Lanes);
        }

        memory.Declare(plan.Spills.Count > 0
            ? $"{string.Join(" and ", plan.Spills.Select(spill => spill.Name))} of a block wait here from one pass to the next; so do the classes of a block that is not full"
            : "here lie the classes of a block that is not full");
    }

    private void WriteBlock()
    {
        rows.Enter("row");
        w.Line($"nuint stride = count == {v.Lanes} ? (nuint)inner : {v.Lanes};");
        WriteMask();
        foreach (var buffer in Numbers)
        {
            string part = $"count, {v.Lanes}, ref {PartOf(buffer)}";
            w.Line(buffer.IsWritten
                ? $"ref {buffer.Item} {buffer.Name} = ref Planes.Write(ref {Place(buffer)}, {part});"
                : $"ref {buffer.Item} {buffer.Name} = ref Planes.Read(ref {Place(buffer)}, inner, {program.Classes}, {part});");
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
        rows.WriteStores("row");
        foreach (var buffer in rows.PerClass.Where(buffer => buffer.IsWritten))
        {
            w.Line($"Planes.Finish(ref {Place(buffer)}, inner, {program.Classes}, count, {v.Lanes}, ref {PartOf(buffer)});");
        }
    }

    private void WriteMask()
    {
        if (spec.Parameter(KernelRole.Mask) is not { Item: var item })
        {
            return;
        }

        string perPosition = MaskText.IsBits(spec) ? MaskText.Words(program.Classes) : program.Classes.ToString();
        string start = MaskText.IsBits(spec) ? $"((nint)(row / inner) * {perPosition} * inner) + at" : "place";
        w.Line($"ref {item} mask = ref Planes.Read(ref Unsafe.Add(ref firstMask, {start}), inner, {perPosition}, count, {v.Lanes}, ref Unsafe.As<{v.Item}, {item}>(ref {MaskPart}));");
    }

    /// <summary>The memory for the classes of a block that is not full.</summary>
    private static string Part(KernelBuffer buffer) => buffer.Name + "Part";

    /// <summary>The same as memory of the buffer's type, which takes no more room.</summary>
    private string PartOf(KernelBuffer buffer) => buffer.Item == v.Item ? Part(buffer) : $"Unsafe.As<{v.Item}, {buffer.Item}>(ref {Part(buffer)})";

    private static string Place(KernelBuffer buffer) => $"Unsafe.Add(ref {BodyMethod.First(buffer)}, place)";

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
