using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.RowStream;

/// <summary>
/// Large class counts, and every class count on machines without vectors: one row at a time, as many passes over its classes as its
/// reductions need, the row's own numbers between them. And middle class counts where a call has a few rows only, with the bits of a block.
/// </summary>
internal sealed class RowStreamWriter
{
    private readonly SourceWriter w;
    private readonly KernelSpec spec;
    private readonly RowProgram program;
    private readonly Dialect d;
    private readonly PassPlan plan;
    private readonly ClassLoop loop;
    private readonly ClassMemory memory;
    private readonly BodyPlan body;
    private readonly bool asInBlocks;
    private readonly DroppedRows dropped;
    private int step;

    private RowStreamWriter(SourceWriter writer, KernelPlan kernel, BodyPlan body, Dialect dialect)
    {
        this.body = body;
        asInBlocks = body.Schedule == Schedule.RowAlone;
        w = writer;
        spec = kernel.Rows;
        program = kernel.Program;
        d = dialect;
        plan = kernel.PassesOf(body);
        loop = new ClassLoop(program.Classes, d, d.Lanes, asInBlocks ? BodyPlanner.StepsOfBlocks(program.Classes, d.Lanes) : d.Lanes > 1 ? 4 : 1);
        memory = spec.IsStrided ? new DistantClasses(spec, d) : new NeighbouringClasses(spec, d);
        dropped = new DroppedRows(w, spec, program, d, memory);
    }

    public static void Write(SourceWriter writer, KernelPlan kernel, BodyPlan body, Dialect dialect) =>
        new RowStreamWriter(writer, kernel, body, dialect).WriteMethod();

    private void WriteMethod()
    {
        string width = d.Lanes == 1 ? "one class at a time, for machines without vectors" : $"{d.Lanes} at a time";
        string bits = asInBlocks ? ". For a few rows, with the bits that they have in a block" : string.Empty;
        w.Line($"/// <summary>One row after the other; its {program.Classes} classes {width}{bits}.</summary>");
        if (d.Lanes > 1)
        {
            // The first call is as fast as all others; the other schedules' stack memory has the same effect.
            w.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        }

        w.Open($"private static double {body.Name}({BodyMethod.Parameters(spec)})");
        if (program.Reads(InputKind.GradientScale))
        {
            w.Line($"{d.Type} scale = {d.Broadcast("gradientScale")};");
        }

        KernelFile.WriteConstantReferences(w, spec);

        loop.Declare(w);
        var tiles = new TileMemory(w, program.Classes, d, plan.Tiles, perClass: 1);
        tiles.Declare("what would be computed again for a row waits here from one pass to the next");
        if (Prefetches)
        {
            w.Line("// a batch that no cache holds: while the exponentials of a row are computed, the next row is on its way");
            string next = KernelBuffer.Of(spec).First(buffer => buffer.Role == KernelRole.Logits).Step(program.Classes);
            w.Line($"nuint ahead = (long)rows * {program.Classes} > KernelBatch.CachedElements ? (nuint){next} : 0;");
        }

        w.Line("double batchTotal = 0;");
        if (program.Writes(OutputKind.Correct))
        {
            w.Line("int batchCorrect = 0;");
        }

        w.Open(spec.IsStrided ? "for (int row = firstRow; row < firstRow + rows; row++)" : "for (int row = 0; row < rows; row++)");
        WriteRow();
        w.Close();
        tiles.Release();
        w.Blank();
        if (program.Writes(OutputKind.Correct))
        {
            w.Line("correct += batchCorrect;");
        }

        w.Line("return batchTotal;");
        w.Close();
    }

    /// <summary>
    /// Whether the next row is asked for: where rows are long and nothing is written per class. With a gradient the branch alone costs a sixth in
    /// cache, more than a seventh that it gains beyond.
    /// </summary>
    private bool Prefetches => !asInBlocks && d.Lanes > 1 && !spec.IsStrided && plan.Count > 1 && program.Stores.All(store => !Outputs.IsPerClass(store.Output))
        && loop.HasMoreGroupsThan(PassWriter.GroupsPerFlush);

    private void WriteRow()
    {
        foreach (var buffer in KernelBuffer.Of(spec).Where(buffer => buffer.Extent is not (BufferExtent.OnePerClass or BufferExtent.ClassPairs)))
        {
            string perRow = buffer.Extent == BufferExtent.WordsPerRow ? MaskText.Words(program.Classes) : buffer.Step(program.Classes);
            string offset = buffer.Extent == BufferExtent.OnePerRow ? "row"
                : spec.IsStrided ? $"((nint)(row / inner) * {perRow} * inner) + (row % inner)"
                : $"(nint)row * {perRow}";
            w.Line($"ref {buffer.Item} {buffer.Name} = ref Unsafe.Add(ref {BodyMethod.First(buffer)}, {offset});");
        }

        if (spec.HasIndexTargets)
        {
            w.Line(spec.Options.InvalidTarget == InvalidTarget.Ignore
                ? $"int y = Lanes.TargetOrNone(ref targets, {program.Classes});"
                : "int y = Lanes.Target(ref targets);");
        }

        dropped.WriteSkip();
        LabelBits.WriteMask(w, spec, "targets");
        RowMatrices.Write(w, spec, program, "y");
        for (int pass = 0; pass < plan.Count; pass++)
        {
            WriteRowStatements(pass);
            WritePass(pass);
        }

        WriteRowStatements(plan.Count);
        foreach (var store in program.Stores.Where(store => !Outputs.IsPerClass(store.Output)))
        {
            WriteRowStore(store);
        }

        dropped.WriteZeros();
    }

    private void WriteRowStore(Store store)
    {
        string value = d.Scalar(Parenthesized(store.Value));
        bool mayBeDropped = dropped.AreKnownLater;
        string counted = !mayBeDropped || program.Counted.Count == 0 ? string.Empty : dropped.CountApart ? "counted ? " : "kept ? ";
        w.Line(store.Output switch
        {
            OutputKind.Total => mayBeDropped ? $"batchTotal += kept ? {value} : 0;" : $"batchTotal += {value};",
            OutputKind.Correct => $"batchCorrect += {counted}(int){value}{(counted.Length > 0 ? " : 0" : string.Empty)};",
            OutputKind.Predictions => $"predictions = (int){value};",
            _ => $"{OutputNames.Buffer(store.Output)} = {d.ToMemory(value, spec.ItemOf(OutputNames.Buffer(store.Output)))};",
        });
    }

    private string Parenthesized(Expr value) => value is Name ? Print(value) : "(" + Print(value) + ")";

    private void WriteRowStatements(int pass)
    {
        foreach (var statement in plan.RowStatements(pass))
        {
            switch (statement)
            {
                case Load { Kind: InputKind.TargetLogit } load:
                    WriteBroadcast(load.Name, memory.LogitAt("y"));
                    break;
                case Load { Kind: InputKind.OfTarget } load:
                    WriteBroadcast(load.Name, Element($"Unsafe.Add(ref {RoleTable.Of(load.Role).Name}, y)", load.Role));
                    break;
                case Load { Kind: InputKind.OfRow or InputKind.OfCall } load:
                    WriteBroadcast(load.Name, Element(RoleTable.Of(load.Role).Name, load.Role));
                    break;
                case Load { Kind: InputKind.ClassCount } load:
                    WriteBroadcast(load.Name, $"({d.Item})classes");
                    break;
                case Load { Kind: InputKind.TargetIndex } load:
                    WriteBroadcast(load.Name, $"({d.Item})y");
                    break;
                case Let { Value: Binary { Op: BinaryOp.Add, Left: Number { Value: 1 }, Right: Name others } } let when !asInBlocks && program.Definition(others.Id) is Reduce { Op: ReduceOp.SumOthers }:
                    // Known in double: rounded once instead of twice.
                    WriteBroadcast(let.Name, $"{(spec.Element == ElementType.Float ? "(float)" : string.Empty)}(1 + {others.Id}Rest)");
                    break;
                case Let let:
                    w.Line($"{d.Type} {let.Name} = {Print(let.Value)};");
                    break;
            }
        }
    }

    private string Element(string element, KernelRole role) => d.ReadOne(element, spec.ItemOf(RoleTable.Of(role).Name));

    private void WriteBroadcast(string name, string scalar) => w.Line($"{d.Type} {name} = {d.Broadcast(scalar)};");

    private string Print(Expr expr) => d.Print(expr, name => name.Id);

    private void WritePass(int pass)
    {
        var reductions = plan.Reductions(pass).ToList();
        var stores = plan.ClassStores(pass).ToList();
        if (reductions.Count == 0 && stores.Count == 0)
        {
            return;
        }

        w.Comment($"{++step}. {PassText.Describe(reductions, stores, program)}");
        List<Store> elsewhere = [.. stores.Select(TargetChoice.Elsewhere)];
        if (asInBlocks)
        {
            new RowPass(w, (VectorDialect)d, plan, memory, loop).Write(pass, reductions, elsewhere);
        }
        else
        {
            WriteStream(pass, reductions, elsewhere);
        }

        foreach (var store in stores)
        {
            if (TargetChoice.Of(store) is { } split)
            {
                w.Line(memory.WriteAt(d.Scalar(Parenthesized(split.Then)), OutputNames.Buffer(store.Output), "y"));
            }
        }

        w.Blank();
    }

    private void WriteStream(int pass, IReadOnlyList<Reduce> reductions, IReadOnlyList<Store> stores)
    {
        var writer = new StreamPass(w, d, plan, memory, loop) { Ahead = Prefetches && reductions.Any(reduce => reduce.Op == ReduceOp.SumOthers) ? "ahead" : null };
        writer.Write(pass, reductions, stores);

        // Asked for all first: adding again is a pass of its own.
        var addedAgain = reductions.Where(writer.AddsAgain).ToList();
        foreach (var reduce in reductions)
        {
            WriteResult(reduce, pass, addedAgain.Contains(reduce) ? writer : null);
        }
    }

    private void WriteResult(Reduce reduce, int pass, StreamPass? again)
    {
        if (reduce.Op is ReduceOp.Max or ReduceOp.Min)
        {
            w.Line($"{d.Type} {reduce.Name} = {d.Broadcast(reduce.Name + "All")};");
            return;
        }

        string value = reduce.Name + "All";
        if (reduce.Op == ReduceOp.SumOthers)
        {
            value = reduce.Name + "Rest";
            w.Line($"double {value} = {reduce.Name}All{(again is null ? string.Empty : " - 1")};");
            if (again is not null)
            {
                w.Open($"if ({reduce.Name}All < 2)");
                w.Line("// A confident row: the largest exponential, which is 1, has swallowed digits of the others. Add them without it.");
                again.WriteCareful(reduce, pass);
                w.Line($"{value} = {reduce.Name}All;");
                w.Close();
            }
        }

        w.Line($"{d.Type} {reduce.Name} = {d.Broadcast(spec.Element == ElementType.Float ? "(float)" + value : value)};");
    }
}
