using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;

namespace LossGen.Generators.Writing.RowStream;

/// <summary>
/// The passes over the classes that a row program needs: a reduction runs in the pass after everything it uses is known, and so does a
/// store. The row's own numbers are computed between the passes.
/// </summary>
internal sealed class PassPlan
{
    private readonly RowProgram program;

    public PassPlan(RowProgram program)
    {
        this.program = program;
        Count = 1 + program.Statements.Max(statement => statement switch
        {
            Reduce reduce => LevelOf(reduce.Body),
            Store { Output: OutputKind.Gradient } store => LevelOf(store.Value),
            _ => 0,
        });
        Spilled = program.Writes(OutputKind.Gradient)
            ? program.Statements.OfType<Let>().FirstOrDefault(let => let.Value is Unary { Op: UnaryOp.Exp, Shape: Shape.Class } or Binary { Op: BinaryOp.ExpOfDifference, Shape: Shape.Class } && PassesUsing(let.Name).Distinct().Count() > 1)
            : null;
    }

    /// <summary>How many passes there are.</summary>
    public int Count { get; }

    /// <summary>The exponentials, where a later pass needs them again: they wait in the gradient's memory instead of being computed twice.</summary>
    public Let? Spilled { get; }

    /// <summary>The pass that computes what is spilled.</summary>
    public int SpillPass => Spilled is null ? -1 : PassesUsing(Spilled.Name).Min();

    public IEnumerable<Reduce> Reductions(int pass) => program.Statements.OfType<Reduce>().Where(reduce => LevelOf(reduce.Body) == pass);

    public Store? GradientStore(int pass) => program.Stores.FirstOrDefault(store => store.Output == OutputKind.Gradient && LevelOf(store.Value) == pass);

    /// <summary>The row's numbers that are known just before a pass.</summary>
    public IEnumerable<Statement> RowStatements(int pass) => program.Statements.Where(statement => statement switch
    {
        Load load => pass == 0 && Inputs.ShapeOf(load.Kind) == Shape.Row,
        Let let => let.Value.Shape == Shape.Row && LevelOf(let.Value) == pass,
        _ => false,
    });

    /// <summary>
    /// The elementwise steps that lead to some expressions, inputs included, in the program's order. What leads to
    /// <paramref name="known"/> is left out: that step's value is at hand.
    /// </summary>
    public IReadOnlyList<Statement> ClassSteps(IEnumerable<Expr> roots, Let? known = null)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in roots)
        {
            Need(root);
        }

        return [.. program.Statements.Where(statement => RowProgram.NameOf(statement) is { } name && needed.Contains(name))];

        void Need(Expr expr)
        {
            foreach (var name in RowProgram.NamesIn(expr).Where(name => name.Of == Shape.Class && needed.Add(name.Id)))
            {
                if (program.Definition(name.Id) is Let let && let != known)
                {
                    Need(let.Value);
                }
            }
        }
    }

    private IEnumerable<int> PassesUsing(string name)
    {
        foreach (var reduce in program.Statements.OfType<Reduce>().Where(reduce => Uses(reduce.Body, name)))
        {
            yield return LevelOf(reduce.Body);
        }

        foreach (var store in program.Stores.Where(store => store.Output == OutputKind.Gradient && Uses(store.Value, name)))
        {
            yield return LevelOf(store.Value);
        }
    }

    private bool Uses(Expr expr, string name) => ClassSteps([expr]).Any(step => RowProgram.NameOf(step) == name);

    private int LevelOf(Expr expr) => RowProgram.NamesIn(expr).Select(name => LevelOf(program.Definition(name.Id))).DefaultIfEmpty(0).Max();

    private int LevelOf(Statement statement) => statement switch
    {
        Let let => LevelOf(let.Value),
        Reduce reduce => LevelOf(reduce.Body) + 1,
        _ => 0,
    };
}
