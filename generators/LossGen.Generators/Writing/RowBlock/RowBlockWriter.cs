using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Blocks;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.RowBlock;

/// <summary>
/// Middle class counts: as many rows at a time as a vector has lanes. Each row's classes lie across lanes, as in a stream; the rows' partial
/// results are reduced together by one transposing tree, so that the rows' own numbers (logarithms, quotients, the target's) are vectors too.
/// </summary>
internal sealed class RowBlockWriter
{
    private readonly SourceWriter w;
    private readonly KernelSpec spec;
    private readonly RowProgram program;
    private readonly VectorDialect v;
    private readonly PassPlan plan;
    private readonly BlockRows rows;
    private readonly TileMemory tiles;
    private readonly ClassLoop loop;
    private readonly BodyPlan body;

    // Whether the first pass is made a block ahead.
    private readonly bool runsAhead;
    private int step;

    private RowBlockWriter(SourceWriter writer, KernelPlan kernel, BodyPlan body, VectorDialect dialect)
    {
        this.body = body;
        w = writer;
        spec = kernel.Rows;
        program = kernel.Program;
        v = dialect;
        plan = kernel.PassesOf(body);
        runsAhead = kernel.RunsAhead(body, plan);
        rows = new BlockRows(w, spec, program, v, plan);
        loop = new ClassLoop(program.Classes, v, v.Lanes, BodyPlanner.StepsOfBlocks(program.Classes, v.Lanes));
        tiles = new TileMemory(w, program.Classes, v, [.. plan.Tiles.Select(TilesOf)], v.Lanes);
    }

    public static void Write(SourceWriter writer, KernelPlan kernel, BodyPlan body, VectorDialect dialect) =>
        new RowBlockWriter(writer, kernel, body, dialect).WriteMethod();

    private void WriteMethod()
    {
        w.Line($"/// <summary>{program.Classes} classes across lanes, {v.Lanes} rows at a time: their maxima, sums and logarithms are computed together.</summary>");
        w.Open($"private static double {body.Name}({BodyMethod.Parameters(spec)})");
        DeclareMemory();
        loop.Declare(w);
        rows.DeclareConstants();
        rows.DeclareTotals();
        if (runsAhead)
        {
            WriteAhead();
        }
        else
        {
            w.Open($"for (int block = 0; block < rows; block += {v.Lanes})");
        }

        WriteBlock();
        w.Close();
        tiles.Release();
        rows.ReturnTotals();
        w.Close();
    }

    /// <summary>All of it outside the loop, as stack memory must be.</summary>
    private void DeclareMemory()
    {
        rows.DeclareTails(isFull: $"rows % {v.Lanes} == 0");
        foreach (var store in program.Stores.Where(store => TargetChoice.Of(store) is not null))
        {
            rows.DeclareReference(AtTarget(store.Output), v.Lanes);
        }

        foreach (var reduce in program.Statements.OfType<Reduce>())
        {
            rows.DeclareReference(BlockPass.PartialsOf(reduce), v.Lanes * v.Lanes);
            if (reduce.Op == ReduceOp.SumOthers)
            {
                rows.DeclareReference(BlockPass.TopsOf(reduce), v.Lanes * v.Lanes);
            }
        }

        tiles.Declare("what would be computed again for the block's rows waits here from one pass to the next");
        var spread = new HashSet<string>(rows.Picks().Select(pick => pick.Name), StringComparer.Ordinal);
        for (int pass = 0; pass < plan.Count; pass++)
        {
            var stores = plan.ClassStores(pass).ToList();
            spread.UnionWith(RowNames(pass, [.. plan.Reductions(pass)], [.. stores.Select(TargetChoice.Elsewhere)], rows.MasksClasses(stores)));
        }

        foreach (string name in spread)
        {
            rows.DeclareReference(BlockRows.RowsOf(name), v.Lanes);
        }
    }

    /// <summary>
    /// Opens the loop over the blocks: while one is worked on, the first pass of the next is made, whose shuffles have long latencies.
    /// </summary>
    private void WriteAhead()
    {
        var reductions = plan.Reductions(0).ToList();
        foreach (var reduce in reductions)
        {
            w.Line($"{v.Type} {AheadOf(reduce)} = default;");
        }

        w.Line("// the first turn only makes the first block's first pass");
        w.Open($"for (int block = -{v.Lanes}; block < rows; block += {v.Lanes})");
        foreach (var reduce in reductions)
        {
            w.Line($"{v.Type} {reduce.Name} = {AheadOf(reduce)};");
        }

        w.Comment($"{++step}. {PassText.Describe(reductions, [], program)}, of the next block");
        w.Line($"int next = block + {v.Lanes};");
        w.Open("if (next < rows)");
        w.Line($"int nextCount = Math.Min({v.Lanes}, rows - next);");
        w.Open("for (int row = 0; row < nextCount; row++)");
        EnterRow("next");
        new BlockPass(w, v, plan, new NeighbouringClasses(spec, v), loop).Write(0, reductions, []);
        w.Close();
        foreach (var reduce in reductions)
        {
            w.Line($"{AheadOf(reduce)} = {ResultOf(reduce)};");
        }

        w.Close();
        w.Blank();
        w.Open("if (block < 0)");
        w.Line("continue;");
        w.Close();
        w.Blank();
    }

    private static string AheadOf(Reduce reduce) => reduce.Name + "Ahead";

    private void WriteBlock()
    {
        w.Line($"int count = Math.Min({v.Lanes}, rows - block);");
        rows.Enter("block");
        rows.WritePicks(() => $"{++step}. what belongs to the rows' targets", "row", "y", (span, y) => span == "logits" ? LogitAt(y) : v.ReadOne($"Unsafe.Add(ref {span}, {y})", spec.ItemOf(span)));
        for (int pass = 0; pass < plan.Count; pass++)
        {
            rows.WriteStatements(pass);
            if (pass > 0 || !runsAhead)
            {
                WritePass(pass);
            }
        }

        rows.WriteStatements(plan.Count);
        rows.WriteStores("block");
    }

    private void WritePass(int pass)
    {
        var reductions = plan.Reductions(pass).ToList();
        var stores = plan.ClassStores(pass).ToList();
        if (reductions.Count == 0 && stores.Count == 0)
        {
            return;
        }

        w.Comment($"{++step}. {PassText.Describe(reductions, stores, program)}");
        var plain = stores.Select(TargetChoice.Elsewhere).ToList();
        bool masks = rows.MasksClasses(stores);
        var needed = RowNames(pass, reductions, plain, masks);
        foreach (string name in needed)
        {
            // From memory, each row takes its own.
            w.Line(v.Store(name, BlockRows.RowsOf(name), "0"));
        }

        foreach (var store in stores)
        {
            if (TargetChoice.Of(store) is { } choice)
            {
                string mask = rows.MasksClasses([store]) ? "kept & " : string.Empty;
                w.Line(v.Store("(" + mask + "(" + rows.Print(choice.Then) + "))", AtTarget(store.Output), "0"));
            }
        }

        w.Open("for (int row = 0; row < count; row++)");
        EnterRow("block");
        EnterTargets(needed);
        var writer = new BlockPass(w, v, plan, new NeighbouringClasses(spec, v), loop)
        {
            RowName = name => needed.Contains(name) ? name + "Row" : name,
            Mask = masks ? "keptRow" : null,
        };
        writer.Write(pass, reductions, plain);
        foreach (var split in stores.Where(store => TargetChoice.Of(store) is not null))
        {
            string buffer = OutputNames.Buffer(split.Output);
            string number = v.ToMemory($"Unsafe.Add(ref {AtTarget(split.Output)}, row)", spec.ItemOf(buffer));
            w.Line($"Unsafe.Add(ref {buffer}, Lanes.TargetOrFirst(ref Unsafe.Add(ref targets, row), {program.Classes})) = {number};");
        }

        w.Close();
        foreach (var reduce in reductions)
        {
            w.Line($"{v.Type} {reduce.Name} = {ResultOf(reduce)};");
        }

        w.Blank();
    }

    /// <summary>The memory that holds what is stored at each row's target.</summary>
    private static string AtTarget(OutputKind output) => OutputNames.Buffer(output) + "AtTarget";

    /// <summary>The memory for the tiles of all rows.</summary>
    private static string TilesOf(string tile) => tile + "s";

    /// <summary>The logit of a class of the loop's row, as a mask leaves it.</summary>
    private string LogitAt(string k)
    {
        string start = BodyMethod.RowStart(rows.PerClass.First(buffer => buffer.Role == KernelRole.Logits), spec, "(block + row)");
        string logit = v.ReadOne($"Unsafe.Add(ref firstLogits, ({start}) + {k})", spec.ItemOf("logits"));
        string mask = $"ref Unsafe.Add(ref firstMask, {MaskText.RowStart(spec, "(block + row)")})";
        return spec.Has(KernelRole.Mask) ? $"Lanes.Allowed({logit}, {mask}, (nuint){k})" : logit;
    }

    /// <summary>References to what belongs to the classes of the loop's row.</summary>
    /// <param name="first">The first row of its block, as C#.</param>
    private void EnterRow(string first)
    {
        foreach (var buffer in rows.PerClass)
        {
            string start = $"ref Unsafe.Add(ref {BodyMethod.First(buffer)}, {BodyMethod.RowStart(buffer, spec, $"({first} + row)")})";
            w.Line($"ref {buffer.Item} {buffer.Name} = {start};");
        }

        if (MaskText.IsBits(spec))
        {
            w.Line($"ref ulong mask = ref Unsafe.Add(ref firstMask, {MaskText.RowStart(spec, $"({first} + row)")});");
        }

        foreach (string tile in plan.Tiles)
        {
            w.Line($"ref {v.Item} {tile} = ref Unsafe.Add(ref {TilesOf(tile)}, (nint)row * {program.Classes});");
        }
    }

    /// <summary>What belongs to its target, and its own numbers: nothing that a pass ahead reads.</summary>
    private void EnterTargets(IEnumerable<string> names)
    {
        if (LabelBits.HasWords(spec))
        {
            w.Line($"ref ulong targets = ref Unsafe.Add(ref firstTargets, (nint)(block + row) * {MaskText.Words(program.Classes)});");
        }

        LabelBits.WriteMask(w, spec, "Unsafe.Add(ref targets, row)");
        RowMatrices.Write(w, spec, program, $"Lanes.TargetOrFirst(ref Unsafe.Add(ref targets, row), {program.Classes})");
        foreach (string name in names)
        {
            w.Line($"{v.Type} {name}Row = {v.Broadcast($"Unsafe.Add(ref {BlockRows.RowsOf(name)}, row)")};");
        }
    }

    /// <summary>The rows' numbers that a pass uses.</summary>
    private HashSet<string> RowNames(int pass, IReadOnlyList<Reduce> reductions, IReadOnlyList<Store> stores, bool masks)
    {
        var waiting = plan.SpilledBefore(pass);
        Expr[] roots = [.. reductions.Select(reduce => reduce.Body), .. stores.Select(store => store.Value), .. plan.SpilledIn(pass).Select(spill => new Name(spill.Name, Shape.Class))];
        var lets = plan.ClassSteps(roots, waiting).OfType<Let>().Where(let => waiting.All(spill => spill.Value != let)).Select(let => let.Value);
        var names = new HashSet<string>(roots.Concat(lets).SelectMany(RowProgram.NamesIn).Where(name => name.Of == Shape.Row).Select(name => name.Id), StringComparer.Ordinal);
        names.Remove(InputNames.Of(InputKind.GradientScale));
        if (masks)
        {
            names.Add("kept");
        }

        return names;
    }

    private string ResultOf(Reduce reduce)
    {
        string partials = $"ref {BlockPass.PartialsOf(reduce)}";
        return reduce.Op switch
        {
            ReduceOp.Max => $"Lanes.MaxOfEach{v.Lanes}({partials})",
            ReduceOp.Min => $"Lanes.MinOfEach{v.Lanes}({partials})",
            ReduceOp.Sum => $"Lanes.SumOfEach{v.Lanes}({partials})",
            ReduceOp.SumOthers => $"Lanes.OthersOfEach{v.Lanes}({partials}, ref {BlockPass.TopsOf(reduce)})",
            _ => throw new NotSupportedException($"A block does not reduce by {reduce.Op}."),
        };
    }
}
