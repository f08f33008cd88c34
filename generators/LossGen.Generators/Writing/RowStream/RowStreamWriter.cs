using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing.RowStream;

/// <summary>
/// Large class counts, and every class count on machines without vectors: one row at a time, as many passes over its classes as its
/// reductions need, the row's own numbers between them.
/// </summary>
internal sealed class RowStreamWriter
{
    private readonly SourceWriter w;
    private readonly KernelSpec spec;
    private readonly RowProgram program;
    private readonly Dialect d;
    private readonly PassPlan plan;
    private int step;

    private RowStreamWriter(SourceWriter writer, KernelSpec spec, RowProgram program, Dialect dialect)
    {
        w = writer;
        this.spec = spec;
        this.program = program;
        d = dialect;
        plan = new PassPlan(program);
    }

    public static void Write(SourceWriter writer, KernelSpec spec, RowProgram program, Dialect dialect) =>
        new RowStreamWriter(writer, spec, program, dialect).WriteMethod();

    private void WriteMethod()
    {
        string width = d.Lanes == 1 ? "one class at a time, for machines without vectors" : $"{d.Lanes} at a time";
        w.Line($"/// <summary>One row after the other; its {program.Classes} classes {width}.</summary>");
        w.Open($"private static double {BodyMethod.Name(d)}({BodyMethod.Parameters(spec)})");
        if (program.Reads(InputKind.GradientScale))
        {
            w.Line($"{d.Type} scale = {d.Broadcast("gradientScale")};");
        }

        w.Line("double batchTotal = 0;");
        w.Open("for (int row = 0; row < rows; row++)");
        WriteRow();
        w.Close();
        w.Blank();
        w.Line("return batchTotal;");
        w.Close();
    }

    private void WriteRow()
    {
        foreach (var buffer in KernelBuffer.Of(spec).Where(buffer => buffer.Extent != BufferExtent.OnePerClass))
        {
            string offset = buffer.Extent == BufferExtent.OnePerRow ? "row" : $"(nint)row * {program.Classes}";
            w.Line($"ref {buffer.Item} {buffer.Name} = ref Unsafe.Add(ref {BodyMethod.First(buffer)}, {offset});");
        }

        if (spec.HasIndexTargets)
        {
            w.Line("int y = Lanes.Target(ref targets);");
        }

        WriteSkip();
        for (int pass = 0; pass < plan.Count; pass++)
        {
            WriteRowStatements(pass);
            WritePass(pass);
        }

        WriteRowStatements(plan.Count);
        foreach (var store in program.Stores.Where(store => store.Output != OutputKind.Gradient))
        {
            string value = d.Scalar(Parenthesized(store.Value));
            w.Line(store.Output == OutputKind.Losses ? $"losses = {value};" : $"batchTotal += {value};");
        }
    }

    private string Parenthesized(Expr value) => value is Name ? Print(value) : "(" + Print(value) + ")";

    /// <summary>Rows that do not count give exactly 0, whatever they hold.</summary>
    private void WriteSkip()
    {
        if (program.Kept.Count == 0)
        {
            return;
        }

        w.Blank();
        w.Open($"if ({string.Join(" || ", program.Kept.Select(Dropped))})");
        if (spec.Has(KernelRole.Gradient))
        {
            w.Line($"MemoryMarshal.CreateSpan(ref gradient, {program.Classes}).Clear();");
        }

        if (spec.Has(KernelRole.Losses))
        {
            w.Line("losses = 0;");
        }

        w.Line("continue;");
        w.Close();
        w.Blank();
    }

    private string Dropped(Expr condition) => condition switch
    {
        Compare { Left: Name { Id: "wTarget" } } => "Unsafe.Add(ref classWeights, y) == 0",
        Compare => "sampleWeights == 0",
        _ => $"y == {Literals.Integer(spec.Options.IgnoreIndex!.Value)}",
    };

    private void WriteRowStatements(int pass)
    {
        foreach (var statement in plan.RowStatements(pass))
        {
            switch (statement)
            {
                case Load { Kind: InputKind.TargetLogit } load:
                    WriteBroadcast(load.Name, "Unsafe.Add(ref logits, y)");
                    break;
                case Load { Kind: InputKind.TargetClassWeight } load:
                    WriteBroadcast(load.Name, "Unsafe.Add(ref classWeights, y)");
                    break;
                case Load { Kind: InputKind.SampleWeight } load:
                    WriteBroadcast(load.Name, "sampleWeights");
                    break;
                case Let let:
                    w.Line($"{d.Type} {let.Name} = {Print(let.Value)};");
                    break;
            }
        }
    }

    private void WriteBroadcast(string name, string scalar) => w.Line($"{d.Type} {name} = {d.Broadcast(scalar)};");

    private string Print(Expr expr) => d.Print(expr, name => name.Id);

    private void WritePass(int pass)
    {
        var reductions = plan.Reductions(pass).ToList();
        var store = plan.GradientStore(pass);
        if (reductions.Count == 0 && store is null)
        {
            return;
        }

        w.Comment($"{++step}. {Describe(reductions, store)}");
        var gradient = store?.Value is Choose { Condition: Name { Id: "isTarget" } } choice ? choice.Otherwise : store?.Value;
        var writer = new PassWriter(w, program, d, plan);
        writer.Write(pass, reductions, gradient);
        foreach (var reduce in reductions)
        {
            WriteResult(reduce, pass, writer);
        }

        if (store?.Value is Choose { Condition: Name { Id: "isTarget" } } split)
        {
            w.Line($"Unsafe.Add(ref gradient, y) = {d.Scalar("(" + Print(split.Then) + ")")};");
        }

        w.Blank();
    }

    private string Describe(IReadOnlyList<Reduce> reductions, Store? store)
    {
        var parts = reductions.Select(reduce => reduce.Op switch
        {
            ReduceOp.Max => "maximum",
            ReduceOp.SumOthers => "exponentials and their sum",
            _ => "sum over the classes",
        }).ToList();
        if (store is not null)
        {
            parts.Add("gradient: " + program.Gradient);
        }

        return string.Join("; ", parts);
    }

    private void WriteResult(Reduce reduce, int pass, PassWriter writer)
    {
        if (reduce.Op == ReduceOp.Max)
        {
            w.Line($"{d.Type} {reduce.Name} = {d.Broadcast(reduce.Name + "All")};");
            return;
        }

        string value = reduce.Name + "All";
        if (reduce.Op == ReduceOp.SumOthers)
        {
            value = reduce.Name + "Rest";
            w.Line($"double {value} = {reduce.Name}All - 1;");
            w.Open($"if ({reduce.Name}All < 2)");
            w.Line("// A confident row: the largest exponential, which is 1, has swallowed digits of the others. Add them without it.");
            writer.WriteCareful(reduce, pass);
            w.Line($"{value} = {reduce.Name}All;");
            w.Close();
        }

        w.Line($"{d.Type} {reduce.Name} = {d.Broadcast(spec.Element == ElementType.Float ? "(float)" + value : value)};");
    }
}
