using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing.LanePerRow;

/// <summary>
/// Small class counts: a block of rows is transposed in registers, so that a vector holds one class of all its rows and every reduction
/// over the classes is a few vertical operations.
/// </summary>
internal sealed partial class LanePerRowWriter
{
    private readonly SourceWriter w;
    private readonly KernelSpec spec;
    private readonly RowProgram program;
    private readonly VectorDialect v;
    private readonly IReadOnlyList<KernelBuffer> buffers;
    private readonly BodyPlan body;
    private int step;
    private string described = string.Empty;
    private bool afterRowValue;

    private LanePerRowWriter(SourceWriter writer, KernelPlan kernel, BodyPlan body, VectorDialect dialect)
    {
        this.body = body;
        w = writer;
        spec = kernel.Rows;
        program = kernel.Program;
        v = dialect;
        buffers = KernelBuffer.Of(spec);
    }

    private int Classes => program.Classes.Value;

    public static void Write(SourceWriter writer, KernelPlan kernel, BodyPlan body, VectorDialect dialect) =>
        new LanePerRowWriter(writer, kernel, body, dialect).WriteMethod();

    private void WriteMethod()
    {
        string rows = IsOneRow ? "one row: a vector holds one class of it, in one lane" : $"{v.Lanes} rows at a time, transposed: a vector holds one class of {v.Lanes} rows";
        w.Line($"/// <summary>{Classes} classes, {rows}.</summary>");
        if (IsOneRow)
        {
            // The first call is as fast as all others; the other bodies' stack memory has the same effect.
            w.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        }

        w.Open($"private static double {body.Name}({BodyMethod.Parameters(spec)})");
        if (program.Reads(InputKind.GradientScale))
        {
            w.Line($"{v.Type} scale = {v.Broadcast("gradientScale")};");
        }

        if (IsOneRow)
        {
            WriteRow();
        }
        else
        {
            WriteBlocks();
        }

        w.Close();
    }

    /// <summary>Whether there is one row, and no loop over blocks of them.</summary>
    private bool IsOneRow => body.Schedule == Schedule.OneLane;

    private void WriteRow()
    {
        foreach (var buffer in buffers.Where(buffer => buffer.Extent is not (BufferExtent.OnePerClass or BufferExtent.ClassPairs)))
        {
            w.Line($"ref {buffer.Item} {buffer.Name} = ref {BodyMethod.First(buffer)};");
        }

        w.Line("double batchTotal = 0;");
        WriteSteps();
        w.Line("return batchTotal;");
    }

    private void WriteBlocks()
    {
        var tail = new TailWriter(w, spec, buffers, v);
        tail.Declare();
        w.Line($"{v.Static}<double> batchTotal = {v.Static}<double>.Zero;");
        if (program.Writes(OutputKind.Correct))
        {
            w.Line($"{v.Static}<double> batchCorrect = {v.Static}<double>.Zero;");
        }

        // As many rows as elements, the place after the last block may be beyond an int.
        w.Open(Classes == 1
            ? $"for (int row = 0; (uint)row < (uint)rows; row = unchecked(row + {v.Lanes}))"
            : $"for (int row = 0; row < rows; row += {v.Lanes})");
        tail.Enter();
        WriteSteps();
        tail.Leave();
        w.Close();
        w.Blank();
        if (program.Writes(OutputKind.Correct))
        {
            w.Line($"correct += (int){v.Static}.Sum(batchCorrect);");
        }

        w.Line($"return {v.Static}.Sum(batchTotal);");
    }

    private void WriteSteps()
    {
        foreach (var statement in program.Statements)
        {
            Write(statement);
            afterRowValue = statement is Let { Value.Shape: Shape.Row };
            described = statement is Let { Value.Shape: Shape.Class } ? described : string.Empty;
        }
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Load load:
                WriteLoad(load);
                break;
            case Let let:
                WriteLet(let);
                break;
            case Reduce reduce:
                WriteReduce(reduce);
                break;
            case Store store:
                WriteStore(store);
                break;
        }
    }

    private void Step(string text) => w.Comment($"{++step}. {text}");

    private void WriteLet(Let let)
    {
        if (IsTournament(let))
        {
            // Its exponentials are taken where they are summed.
            return;
        }

        if (let.Value.Shape == Shape.Row)
        {
            if (!afterRowValue)
            {
                Step(RowText.Of(program, let));
            }

            if (!WritePicked(let))
            {
                w.Line($"{v.Type} {let.Name} = {Print(let.Value)};");
            }

            return;
        }

        string description = StepText.Of(let.Role);
        if (description != described)
        {
            Step(description);
        }

        described = description;
        if (WritePair(let))
        {
            return;
        }

        w.Declare(v.Type, Each(k => $"{let.Name}{k} = {Print(let.Value, k)}"));
    }

    private string Print(Expr expr, int k = -1) => v.Print(expr, name =>
        name.Of != Shape.Class ? name.Id : name.Id == InputNames.Of(InputKind.IsTarget) ? IsTargetAgain(k) : name.Id + Literals.Integer(k));

    /// <summary>
    /// Where the exponentials serve only their own sum, the maximum is found by comparing and exchanging logits: what is left besides the
    /// maximum are exactly the others, and one exponential per row is saved.
    /// </summary>
    private bool IsTournament(Let let) => Classes > 1
        && let.Role == StepRole.Exponential
        && UsesOf(let.Name).All(user => user is Reduce { Op: ReduceOp.SumOthers });

    /// <summary>The exponentials of such a tournament.</summary>
    private Let? Tournament => program.Statements.OfType<Let>().FirstOrDefault(IsTournament);

    private IEnumerable<Statement> UsesOf(string name) => program.Statements.Where(statement => ValueOf(statement) is { } value
        && RowProgram.NamesIn(value).Any(used => used.Id == name));

    private static Expr? ValueOf(Statement statement) => statement switch
    {
        Let let => let.Value,
        Reduce reduce => reduce.Body,
        Store store => store.Value,
        _ => null,
    };
}
