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
    // Partial sums of float go to a second level, in double, every 32 vectors: after 8 additions to each accumulator.
    private const int GroupsPerFlush = 8;
    private const int Unroll = 4;

    private IReadOnlyList<Reduce> reductions = [];
    private IReadOnlyList<Statement> steps = [];
    private Expr? gradient;
    private bool spills;
    private bool reads;

    private int Classes => program.Classes;

    private int Vectors => Classes / d.Lanes;

    private int Accumulators => d.Lanes > 1 && Vectors >= Unroll ? Unroll : 1;

    private int Groups => Vectors / Accumulators;

    private bool HasTail => Classes % d.Lanes != 0;

    private bool Flushes => d.Lanes > 1 && Groups > GroupsPerFlush;

    public void Write(int pass, IReadOnlyList<Reduce> passReductions, Expr? passGradient)
    {
        reductions = passReductions;
        gradient = passGradient;
        spills = plan.SpillPass == pass;
        reads = plan.SpillPass >= 0 && pass > plan.SpillPass;
        WriteBlock();
    }

    /// <summary>The sum of the exponentials without the one that is exactly 1.</summary>
    public void WriteCareful(Reduce reduce, int pass)
    {
        reductions = [new Reduce(reduce.Name, ReduceOp.Sum, new Choose(new Compare(CompareOp.Equal, reduce.Body, Expr.One), Expr.Zero, reduce.Body))];
        gradient = null;
        spills = false;
        reads = plan.SpillPass == pass;
        WriteBlock(declare: false);
    }

    private void WriteBlock(bool declare = true)
    {
        steps = Steps();
        foreach (var reduce in reductions.Where(_ => declare))
        {
            w.Line($"{(reduce.Op == ReduceOp.Max ? d.Item : "double")} {reduce.Name}All;");
        }

        // A scope of its own, where the pass leaves anything behind.
        bool scoped = declare && (reductions.Count > 0 || HasTail || Vectors % Accumulators != 0);
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

        DeclareAccumulators(!Flushes || reductions.All(reduce => reduce.Op == ReduceOp.Max));
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
            Accumulate("Tail", 0, flushed: Flushes);
            Store("Tail", Offset(Classes - d.Lanes));
        }

        foreach (var reduce in reductions)
        {
            w.Line($"{reduce.Name}All = {Combined(reduce)};");
        }

        if (scoped)
        {
            w.Close();
        }
    }

    /// <summary>What waits in the gradient's memory is loaded, and what only led to it is not needed.</summary>
    private IReadOnlyList<Statement> Steps() => plan.ClassSteps(
        reductions.Select(reduce => reduce.Body).Concat(gradient is null ? [] : [gradient]),
        reads ? plan.Spilled : null);

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
        DeclareAccumulators(declare: reductions.Any(reduce => reduce.Op != ReduceOp.Max), sumsOnly: true);
        w.Line($"nuint end = Math.Min(start + {chunk}, {end});");
        w.Open($"for (nuint i = start; i < end; i += {stride})");
        WriteGroup();
        w.Close();
        foreach (var reduce in reductions.Where(reduce => reduce.Op != ReduceOp.Max))
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

    private static string Offset(int value) => Literals.Integer(value);

    /// <summary>The elementwise steps for one vector of classes.</summary>
    private void Compute(string suffix, string offset)
    {
        foreach (var statement in steps)
        {
            string value = statement switch
            {
                Let let when reads && let == plan.Spilled => d.Load("gradient", offset),
                Let let => Print(let.Value, suffix),
                Load { Kind: InputKind.TargetProbability } => d.Load("targets", offset),
                Load { Kind: InputKind.ClassWeight } => d.Load("classWeights", offset),
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
            if (reduce.Op == ReduceOp.Max)
            {
                w.Line($"{into} = {d.Max(into, value)};");
                continue;
            }

            value = suffix == "Tail" ? $"{Fresh()} & {(reduce.Body is Name ? value : "(" + value + ")")}" : value;
            w.Line(flushed ? $"{reduce.Name}Sum = Lanes.AddTo({reduce.Name}Sum, {value});" : suffix == "Tail" ? $"{into} += ({value});" : $"{into} += {value};");
        }
    }

    private void Store(string suffix, string offset)
    {
        if (gradient is not null)
        {
            string value = Print(gradient, suffix);
            w.Line(d.Store(gradient is Name ? value : "(" + value + ")", "gradient", offset));
        }
        else if (spills)
        {
            w.Line(d.Store(plan.Spilled!.Name + suffix, "gradient", offset));
        }
    }

    private string Print(Expr expr, string suffix) => d.Print(expr, name => name.Of == Shape.Class ? name.Id + suffix : name.Id);

    private void DeclareSums()
    {
        foreach (var reduce in reductions.Where(reduce => Flushes && reduce.Op != ReduceOp.Max))
        {
            w.Line($"{((VectorDialect)d).Static}<double> {reduce.Name}Sum = {((VectorDialect)d).Static}<double>.Zero;");
        }
    }

    private void DeclareAccumulators(bool declare, bool sumsOnly = false)
    {
        foreach (var reduce in reductions)
        {
            bool isMax = reduce.Op == ReduceOp.Max;
            if ((isMax && sumsOnly) || (!isMax && !declare))
            {
                continue;
            }

            for (int a = 0; a < Accumulators; a++)
            {
                string type = isMax || d.Lanes > 1 ? d.Type : "double";
                string start = isMax ? d.Number(double.NegativeInfinity) : d.Lanes > 1 ? d.Number(0) : "0";
                w.Line($"{type} {reduce.Name}Acc{a} = {start};");
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
            (_, ReduceOp.Max) => d.Max(d.Max(Acc(0), Acc(1)), d.Max(Acc(2), Acc(3))),
            _ => $"({Acc(0)} + {Acc(1)}) + ({Acc(2)} + {Acc(3)})",
        };
    }

    private string Combined(Reduce reduce)
    {
        if (d is not VectorDialect v)
        {
            return Tree(reduce);
        }

        return reduce.Op == ReduceOp.Max ? $"Lanes.MaxAcross({Tree(reduce)})"
            : Flushes ? $"{v.Static}.Sum({reduce.Name}Sum)"
            : $"{v.Static}.Sum(Lanes.AddTo({v.Static}<double>.Zero, {Tree(reduce)}))";
    }
}
