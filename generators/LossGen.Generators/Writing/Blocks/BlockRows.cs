using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.Blocks;

/// <summary>
/// The numbers of a block's rows, one row per lane: what is loaded for them, what is picked by their class indices, what is computed between
/// the passes and what is stored. For schedules that take a vector of rows at a time but cannot hold all their classes in registers.
/// </summary>
/// <param name="w">Where to write.</param>
/// <param name="spec">The kernel.</param>
/// <param name="program">What a row computes.</param>
/// <param name="v">The vectors.</param>
/// <param name="plan">Its passes.</param>
internal sealed class BlockRows(SourceWriter w, KernelSpec spec, RowProgram program, VectorDialect v, PassPlan plan)
{
    private readonly IReadOnlyList<KernelBuffer> buffers = KernelBuffer.Of(spec);

    /// <summary>Inputs that are picked by the row's class index, each with the span it is picked from.</summary>
    public IEnumerable<(string Name, string Span)> Picks()
    {
        foreach (var load in program.Loads)
        {
            switch (load.Kind)
            {
                case InputKind.TargetLogit:
                    yield return (load.Name, "logits");
                    break;
                case InputKind.OfTarget:
                    yield return (load.Name, RoleTable.Of(load.Role).Name);
                    break;
            }
        }
    }

    public IEnumerable<KernelBuffer> PerRow => buffers.Where(buffer => buffer.Extent == BufferExtent.OnePerRow);

    public IEnumerable<KernelBuffer> PerClass => buffers.Where(buffer => buffer.Extent == BufferExtent.RowOfClasses);

    /// <summary>The memory that holds a number of every row of the block.</summary>
    public static string RowsOf(string name) => name + "Rows";

    public bool MasksClasses(IEnumerable<Store> stores) => program.Kept.Count > 0 && stores.Any(store => Outputs.DependsOnTarget(store.Output));

    /// <summary>Aligned stack memory: a vector that crosses a cache line on its way to memory cannot be read back at once.</summary>
    public void DeclareReference(string name, int length)
    {
        w.Line($"Span<{v.Item}> {name}Memory = stackalloc {v.Item}[{length + v.Lanes}];");
        w.Line($"ref {v.Item} {name} = ref Lanes.Aligned({name}Memory, {v.Bits / 8});");
    }

    /// <summary>What every block uses, outside the loop over them, as stack memory must be.</summary>
    /// <param name="isFull">Whether all blocks are full ones, as C#; <c>null</c> where any block may be a partial one.</param>
    public void DeclareTails(string? isFull)
    {
        foreach (var buffer in PerRow)
        {
            string memory = $"stackalloc {buffer.Item}[{v.Lanes}]";
            w.Line($"Span<{buffer.Item}> {buffer.Name}Tail = {(isFull is null ? memory : $"{isFull} ? default : {memory}")};");
        }
    }

    public void DeclareTotals()
    {
        w.Line($"{v.Static}<double> batchTotal = {v.Static}<double>.Zero;");
        if (program.Writes(OutputKind.Correct))
        {
            w.Line($"{v.Static}<double> batchCorrect = {v.Static}<double>.Zero;");
        }
    }

    public void ReturnTotals()
    {
        w.Blank();
        if (program.Writes(OutputKind.Correct))
        {
            w.Line($"correct += (int){v.Static}.Sum(batchCorrect);");
        }

        w.Line($"return {v.Static}.Sum(batchTotal);");
    }

    public void DeclareConstants()
    {
        if (program.Reads(InputKind.GradientScale))
        {
            w.Line($"{v.Type} scale = {v.Broadcast("gradientScale")};");
        }

        KernelFile.WriteConstantReferences(w, spec);
    }

    /// <summary>References to the block's numbers per row; where the block is not full, to a padded copy of them.</summary>
    /// <param name="first">The block's first row, as C#.</param>
    public void Enter(string first)
    {
        foreach (var buffer in PerRow)
        {
            w.Line($"scoped ref {buffer.Item} {buffer.Name} = ref Tail.{(buffer.IsWritten ? "Write" : "Read")}(ref Unsafe.Add(ref {BodyMethod.First(buffer)}, {first}), count, {buffer.Name}Tail);");
        }
    }

    /// <summary>Picks what belongs to the class index of each of the block's rows, one row after the other.</summary>
    /// <param name="title">The comment above, asked for where there is something to pick.</param>
    /// <param name="lane">What the row is called in the loop.</param>
    /// <param name="index">What its class index is called.</param>
    /// <param name="place">What a span has for a class index, as C#.</param>
    public void WritePicks(Func<string> title, string lane, string index, Func<string, string, string> place)
    {
        if (!Picks().Any())
        {
            return;
        }

        w.Comment(title());
        w.Open($"for (int {lane} = 0; {lane} < count; {lane}++)");
        w.Line($"int {index} = Lanes.TargetOrFirst(ref Unsafe.Add(ref targets, {lane}), {program.Classes});");
        foreach ((string name, string span) in Picks())
        {
            w.Line($"Unsafe.Add(ref {RowsOf(name)}, {lane}) = {place(span, index)};");
        }

        w.Close();
        w.Blank();
    }

    /// <summary>The numbers of the rows that are known just before a pass.</summary>
    public void WriteStatements(int pass)
    {
        // What was picked waits for its use: a vector is slow to be read from memory that was just written number by number.
        var picked = program.Loads.Where(IsPicked).Where(load => plan.FirstUse(load.Name) == pass);
        foreach (var statement in picked.Concat(plan.RowStatements(pass).Where(statement => statement is not Load load || !IsPicked(load))))
        {
            switch (statement)
            {
                case Load load when Value(load) is { } value:
                    w.Line($"{v.Type} {load.Name} = {value};");
                    break;
                case Let let:
                    w.Line($"{v.Type} {let.Name} = {Print(let.Value)};");
                    break;
            }
        }

        if (pass == 0 && program.Kept.Count > 0)
        {
            w.Line($"{v.Type} kept = {string.Join(" & ", program.Kept.Select(Print))};");
        }
    }

    /// <summary>Stores the rows' own numbers, and brings what a partial block has written to its place.</summary>
    public void WriteStores(string first)
    {
        foreach (var store in program.Stores.Where(store => !Outputs.IsPerClass(store.Output)))
        {
            string mask = store.Output == OutputKind.Correct && program.Counted.Count < program.Kept.Count ? string.Concat(program.Counted.Select(condition => Print(condition) + " & "))
                : program.Kept.Count > 0 && Outputs.DependsOnTarget(store.Output) ? "kept & "
                : string.Empty;
            string value = mask + (store.Value is Name || mask.Length == 0 ? Print(store.Value) : "(" + Print(store.Value) + ")");
            w.Line(store.Output switch
            {
                OutputKind.Total => $"batchTotal = Lanes.AddTo(batchTotal, Lanes.First({value}, count));",
                OutputKind.Correct => $"batchCorrect = Lanes.AddTo(batchCorrect, Lanes.First({value}, count));",
                OutputKind.Predictions => $"Lanes.StoreIndices({value}, ref predictions);",
                _ => v.Store("(" + value + ")", OutputNames.Buffer(store.Output), "0", spec.ItemOf(OutputNames.Buffer(store.Output))),
            });
        }

        foreach (var buffer in PerRow.Where(buffer => buffer.IsWritten))
        {
            w.Line($"Tail.Finish({buffer.Name}Tail, count, ref Unsafe.Add(ref {BodyMethod.First(buffer)}, {first}));");
        }
    }

    public string Print(Expr expr) => v.Print(expr, name => name.Id);

    private static bool IsPicked(Load load) => load.Kind is InputKind.TargetLogit or InputKind.OfTarget;

    private string? Value(Load load)
    {
        string indices = $"Lanes.{(spec.Element == ElementType.Float ? "Targets" : "LongTargets")}{v.Lanes}(ref targets)";
        return load.Kind switch
        {
            InputKind.TargetLogit or InputKind.OfTarget => v.Load(RowsOf(load.Name), "0"),
            InputKind.OfRow => v.Load(RoleTable.Of(load.Role).Name, "0", spec.ItemOf(RoleTable.Of(load.Role).Name)),
            InputKind.OfCall => v.Broadcast(RoleTable.Of(load.Role).Name),
            InputKind.ClassCount => v.Broadcast($"({v.Item})classes"),
            InputKind.TargetIndex => $"{v.Static}.{(spec.Element == ElementType.Float ? "ConvertToSingle" : "ConvertToDouble")}({indices})",
            InputKind.NotIgnored => $"~{v.Static}.Equals({indices}, {v.Broadcast(v.Index(spec.Options.IgnoreIndex!.Value))}){v.AsMask}",
            InputKind.InRange => $"({v.Static}.GreaterThanOrEqual({indices}, {v.IndexType}.Zero) & {v.Static}.LessThan({indices}, {v.Broadcast(v.IndexOf(program.Classes))})){v.AsMask}",
            _ => null,
        };
    }
}
