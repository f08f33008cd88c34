using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing.RowStream;

/// <summary>
/// One pass over the classes of a row: groups of four vectors with an accumulator each, the vectors that are left, and a last one that
/// overlaps. The last one's inputs are read before anything is stored, since a row may be overwritten in place.
/// </summary>
internal sealed class PassWriter(SourceWriter w, RowProgram program, Dialect d, PassPlan plan)
{
    /// <summary>What a number of the row is called inside a pass.</summary>
    public Func<string, string> RowName { get; init; } = static name => name;

    /// <summary>Where a reduction's vector of partial results goes, if not into one number of the row.</summary>
    public Func<Reduce, string>? PartialResult { get; init; }

    /// <summary>A mask for outputs that depend on the target, where not all rows count.</summary>
    public string? Mask { get; init; }

    // Partial sums of float go to a second level, in double, every 16 vectors: after 4 additions to each accumulator. The row's sums are in
    // everything that is written, so their roundings count more than the few instructions.
    private const int GroupsPerFlush = 4;
    private const int Unroll = 4;

    private IReadOnlyList<Reduce> reductions = [];
    private IReadOnlyList<Statement> steps = [];
    private IReadOnlyList<Store> stores = [];

    // What this pass leaves for later ones, and what earlier ones have left for it.
    private IReadOnlyList<Spill> spilled = [];
    private IReadOnlyList<Spill> waiting = [];

    private int Classes => program.Classes;

    private int Vectors => Classes / d.Lanes;

    private int Accumulators => d.Lanes > 1 && Vectors >= Unroll ? Unroll : 1;

    private int Groups => Vectors / Accumulators;

    private bool HasTail => Classes % d.Lanes != 0;

    /// <summary>Whether the largest exponential is kept apart while summing; otherwise the row's sum decides whether that is needed.</summary>
    private bool KeepsTop(Reduce reduce) => PartialResult is not null && reduce.Op == ReduceOp.SumOthers;

    private bool Flushes => d.Lanes > 1 && PartialResult is null && Groups > GroupsPerFlush;

    public void Write(int pass, IReadOnlyList<Reduce> passReductions, IReadOnlyList<Store> passStores)
    {
        reductions = passReductions;
        stores = passStores;
        spilled = pass == plan.SpillPass ? plan.Spills : [];
        waiting = plan.SpillPass >= 0 && pass > plan.SpillPass ? plan.Spills : [];
        WriteBlock();
    }

    /// <summary>The sum of the exponentials without the one that is exactly 1, into a variable that is declared already.</summary>
    public void WriteCareful(Reduce reduce, int pass)
    {
        reductions = [new Reduce(reduce.Name, ReduceOp.Sum, new Choose(new Compare(CompareOp.Equal, reduce.Body, Expr.One), Expr.Zero, reduce.Body))];
        stores = [];
        spilled = [];
        waiting = pass == plan.SpillPass ? plan.Spills : [];
        WriteBlock(declare: false);
    }

    private void WriteBlock(bool declare = true)
    {
        steps = Steps();
        foreach (var reduce in reductions.Where(_ => declare && PartialResult is null))
        {
            w.Line($"{(IsExtreme(reduce) ? d.Item : "double")} {reduce.Name}All;");
        }

        // A scope of its own, where the pass leaves anything behind.
        bool scoped = declare && (reductions.Count > 0 || HasTail || Groups * Accumulators < Vectors);
        if (scoped)
        {
            w.Open();
        }

        DeclareSums();
        if (HasTail)
        {
            w.Line("// the last classes, of which those seen already do not count twice");
            Compute("Tail", Offset(Classes - d.Lanes));
        }

        DeclareAccumulators(!Flushes || reductions.All(IsExtreme));
        WriteGroups();
        for (int vector = Groups * Accumulators; vector < Vectors; vector++)
        {
            string name = "Last" + Literals.Integer(vector - (Groups * Accumulators));
            Compute(name, Offset(vector * d.Lanes));
            Accumulate(name, 0, flushed: Flushes);
            Store(name, Offset(vector * d.Lanes));
        }

        if (HasTail)
        {
            Store("Tail", Offset(Classes - d.Lanes));
            Accumulate("Tail", 0, flushed: Flushes);
        }

        foreach (var reduce in reductions)
        {
            WriteEnd(reduce);
        }

        if (scoped)
        {
            w.Close();
        }
    }

    private void WriteEnd(Reduce reduce)
    {
        if (PartialResult is null)
        {
            w.Line($"{reduce.Name}All = {Combined(reduce)};");
            return;
        }

        string place = $"(nuint)row * {d.Lanes}";
        if (KeepsTop(reduce))
        {
            for (int a = 1; a < Accumulators; a++)
            {
                AddKeepingTop($"{reduce.Name}Acc0", $"{reduce.Name}Top0", $"{reduce.Name}Top{a}", $" + {reduce.Name}Acc{a}");
            }

            w.Line(d.Store($"{reduce.Name}Top0", PartialResult(reduce).Replace("Partials", "Tops"), place));
            w.Line(d.Store($"{reduce.Name}Acc0", PartialResult(reduce), place));
            return;
        }

        w.Line(d.Store(Parenthesized(Tree(reduce)), PartialResult(reduce), place));
    }

    /// <summary>The larger goes on, the smaller is added: what is never added is one of the largest, which is 1. NaN is not lost either way.</summary>
    private void AddKeepingTop(string sum, string top, string value, string more)
    {
        w.Line($"{sum} += {d.Min(value, top)}{more};");
        w.Line($"{top} = {d.Max(top, value)};");
    }

    /// <summary>What waits in the gradient's memory is loaded, and what only led to it is not needed.</summary>
    private IReadOnlyList<Statement> Steps() => plan.ClassSteps(
        [.. reductions.Select(reduce => reduce.Body), .. stores.Select(store => store.Value), .. spilled.Select(spill => new Name(spill.Value.Name, Shape.Class))],
        waiting);

    private void WriteGroups()
    {
        int stride = Accumulators * d.Lanes;
        string end = Literals.Integer(Groups * stride);
        if (!Flushes)
        {
            w.Open($"for (nuint i = 0; i < {end}; i += {stride})");
            WriteGroup();
            w.Close();
            return;
        }

        int chunk = GroupsPerFlush * stride;
        w.Open($"for (nuint start = 0; start < {end}; start += {chunk})");
        DeclareAccumulators(declare: reductions.Any(reduce => !IsExtreme(reduce)), sumsOnly: true);
        w.Line($"nuint end = Math.Min(start + {chunk}, {end});");
        w.Open($"for (nuint i = start; i < end; i += {stride})");
        WriteGroup();
        w.Close();
        foreach (var reduce in reductions.Where(reduce => !IsExtreme(reduce)))
        {
            w.Line($"{reduce.Name}Sum = Lanes.AddTo({reduce.Name}Sum, {Tree(reduce)});");
        }

        w.Close();
    }

    private void WriteGroup()
    {
        for (int a = 0; a < Accumulators; a++)
        {
            Compute(Literals.Integer(a), a == 0 ? "i" : $"i + {a * d.Lanes}");
        }

        for (int a = 0; a < Accumulators; a++)
        {
            Accumulate(Literals.Integer(a), a, flushed: false);
            Store(Literals.Integer(a), a == 0 ? "i" : $"i + {a * d.Lanes}");
        }
    }

    private static bool IsExtreme(Reduce reduce) => reduce.Op is ReduceOp.Max or ReduceOp.Min;

    private string Extreme(Reduce reduce, string left, string right) => reduce.Op == ReduceOp.Max ? d.Max(left, right) : d.Min(left, right);

    private static string Offset(int value) => Literals.Integer(value);

    /// <summary>The elementwise steps for one vector of classes.</summary>
    private void Compute(string suffix, string offset)
    {
        foreach (var statement in steps)
        {
            string value = statement switch
            {
                Let let when waiting.FirstOrDefault(spill => spill.Value == let) is { } spill => d.Load(OutputNames.Buffer(spill.Output), offset),
                Let let => Print(let.Value, suffix),
                Load { Kind: InputKind.TargetProbability } => d.Load("targets", offset),
                Load { Kind: InputKind.ClassWeight } => d.Load("classWeights", offset),
                Load { Kind: InputKind.LogitBias } => d.Load("logitBias", offset),
                Load { Kind: InputKind.ClassIndex } => d.ClassIndex(offset),
                _ => d.Load("logits", offset),
            };
            w.Line($"{d.Type} {RowProgram.NameOf(statement)}{suffix} = {value};");
        }
    }

    private void Accumulate(string suffix, int accumulator, bool flushed)
    {
        foreach (var reduce in reductions)
        {
            string value = Print(reduce.Body, suffix);
            string into = reduce.Name + "Acc" + Literals.Integer(accumulator);
            if (IsExtreme(reduce))
            {
                w.Line($"{into} = {Extreme(reduce, into, value)};");
                continue;
            }

            if (KeepsTop(reduce))
            {
                if (suffix == "Tail")
                {
                    w.Line($"{value} &= {Fresh()};");
                }

                AddKeepingTop(into, reduce.Name + "Top" + Literals.Integer(accumulator), value, string.Empty);
                continue;
            }

            value = suffix == "Tail" ? $"{Fresh()} & {(reduce.Body is Name ? value : "(" + value + ")")}" : value;
            w.Line(flushed ? $"{reduce.Name}Sum = Lanes.AddTo({reduce.Name}Sum, {value});" : suffix == "Tail" ? $"{into} += ({value});" : $"{into} += {value};");
        }
    }

    private void Store(string suffix, string offset)
    {
        foreach (var spill in spilled)
        {
            w.Line(d.Store(spill.Value.Name + suffix, OutputNames.Buffer(spill.Output), offset));
        }

        foreach (var store in stores)
        {
            string value = Print(store.Value, suffix);
            value = Mask is not null && Outputs.DependsOnTarget(store.Output) ? Mask + " & " + Parenthesized(value) : value;
            w.Line(d.Store(Parenthesized(value), OutputNames.Buffer(store.Output), offset));
        }
    }

    private string Print(Expr expr, string suffix) => d.Print(expr, name => name.Of == Shape.Class ? name.Id + suffix : RowName(name.Id));

    private static string Parenthesized(string value) => value.Contains(" ") ? "(" + value + ")" : value;

    private void DeclareSums()
    {
        foreach (var reduce in reductions.Where(reduce => Flushes && !IsExtreme(reduce)))
        {
            w.Line($"{((VectorDialect)d).Static}<double> {reduce.Name}Sum = {((VectorDialect)d).Static}<double>.Zero;");
        }
    }

    private void DeclareAccumulators(bool declare, bool sumsOnly = false)
    {
        foreach (var reduce in reductions)
        {
            bool isExtreme = IsExtreme(reduce);
            if ((isExtreme && sumsOnly) || (!isExtreme && !declare))
            {
                continue;
            }

            for (int a = 0; a < Accumulators; a++)
            {
                string type = isExtreme || d.Lanes > 1 ? d.Type : "double";
                string start = isExtreme ? d.Number(reduce.Op == ReduceOp.Max ? double.NegativeInfinity : double.PositiveInfinity) : d.Lanes > 1 ? d.Number(0) : "0";
                w.Line($"{type} {reduce.Name}Acc{a} = {start};");
                if (KeepsTop(reduce))
                {
                    w.Line($"{type} {reduce.Name}Top{a} = {start};");
                }
            }
        }
    }

    /// <summary>The lanes of the last, overlapping vector that no other vector has held.</summary>
    private string Fresh()
    {
        var v = (VectorDialect)d;
        int seen = d.Lanes - (Classes % d.Lanes);
        string suffix = d.Element == ElementType.Float ? string.Empty : "L";
        var lanes = Enumerable.Range(0, d.Lanes).Select(lane => (lane < seen ? "0" : "-1") + suffix);
        return v.Broadcast(string.Join(", ", lanes)) + v.AsMask;
    }

    private string Tree(Reduce reduce)
    {
        string Acc(int a) => reduce.Name + "Acc" + Literals.Integer(a);
        return (Accumulators, reduce.Op) switch
        {
            (1, _) => Acc(0),
            (_, ReduceOp.Max or ReduceOp.Min) => Extreme(reduce, Extreme(reduce, Acc(0), Acc(1)), Extreme(reduce, Acc(2), Acc(3))),
            _ => $"({Acc(0)} + {Acc(1)}) + ({Acc(2)} + {Acc(3)})",
        };
    }

    private string Combined(Reduce reduce)
    {
        if (d is not VectorDialect v)
        {
            return Tree(reduce);
        }

        return IsExtreme(reduce) ? $"Lanes.{reduce.Op}Across({Tree(reduce)})"
            : Flushes ? $"{v.Static}.Sum({reduce.Name}Sum)"
            : $"{v.Static}.Sum(Lanes.AddTo({v.Static}<double>.Zero, {Tree(reduce)}))";
    }
}
