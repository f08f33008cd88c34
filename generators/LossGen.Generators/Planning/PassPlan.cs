using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Planning;

/// <summary>A value that waits in memory for a later pass.</summary>
/// <param name="Value">The step that gives it.</param>
/// <param name="Output">The output in whose memory it waits; none where it has a tile of its own.</param>
/// <param name="Pass">The pass that computes it.</param>
internal sealed record Spill(Statement Value, OutputKind? Output, int Pass)
{
    public string Name => RowProgram.NameOf(Value)!;

    /// <summary>What the memory is called.</summary>
    public string Place => Output is { } output ? OutputNames.Buffer(output) : Name + "Tile";
}

/// <summary>
/// The passes over the classes that a row program needs: a reduction runs in the pass after everything it uses is known, and so does a
/// store. The row's own numbers are computed between the passes.
/// </summary>
internal sealed class PassPlan
{
    // Where the exponentials may wait; the memory of log-probabilities is left to the differences.
    private static readonly OutputKind[] SpillPlaces = [OutputKind.Gradient, OutputKind.Probabilities, OutputKind.HessianDiagonal];

    private readonly RowProgram program;

    // Whether an output's memory holds every digit of a number.
    private Func<OutputKind, bool> keepsDigits = static _ => true;

    private PassPlan(RowProgram program)
    {
        this.program = program;
        Count = 1 + program.Statements.Max(statement => statement switch
        {
            Reduce reduce => LevelOf(reduce.Body),
            Store store when Outputs.IsPerClass(store.Output) => LevelOf(store.Value),
            _ => 0,
        });
    }

    /// <summary>The exponentials wait in an output's own memory where that is possible; what else costs much and is needed again in tiles.</summary>
    /// <param name="program">What a row computes.</param>
    /// <param name="spec">The kernel: logits that are masked or widened as they are loaded are worth a tile, and narrow memory would not keep a value's digits.</param>
    public static PassPlan InOutputs(RowProgram program, KernelSpec spec)
    {
        bool costlyLogits = spec.Has(KernelRole.Mask) || Storage.IsCostly(spec.ItemOf("logits"));
        var plan = new PassPlan(program) { keepsDigits = output => !Storage.IsNarrow(spec.ItemOf(OutputNames.Buffer(output))) };
        var outputs = plan.FindSpills([]);
        var all = plan.FindTiles(outputs, statement => (statement is Let || costlyLogits) && IsWorthATile(statement));

        // With what waits in tiles, the logits may not be needed any more.
        plan.Spills = outputs.Count > 0 || plan.FindSpills(all) is not [{ } first, ..] ? all : [first, .. all.Where(tile => tile.Value != first.Value)];
        return plan;
    }

    /// <summary>Values wait in memory of their own, one tile for each.</summary>
    public static PassPlan InTiles(RowProgram program)
    {
        var plan = new PassPlan(PicksInPasses(program));
        plan.Spills = plan.FindTiles([], IsWorthATile);
        return plan;
    }

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

    /// <summary>What a row computes, with the target's logit found where that is.</summary>
    public RowProgram Program => program;

    /// <summary>How many passes there are.</summary>
    public int Count { get; }

    /// <summary>What a later pass needs again: it waits in memory instead of being computed twice.</summary>
    public IReadOnlyList<Spill> Spills { get; private set; } = [];

    /// <summary>The names of the memory that is not an output's.</summary>
    public IReadOnlyList<string> Tiles => [.. Spills.Where(spill => spill.Output is null).Select(spill => spill.Place)];

    public IReadOnlyList<Spill> SpilledIn(int pass) => [.. Spills.Where(spill => spill.Pass == pass)];

    public IReadOnlyList<Spill> SpilledBefore(int pass) => [.. Spills.Where(spill => spill.Pass < pass)];

    public IEnumerable<Reduce> Reductions(int pass) => program.Statements.OfType<Reduce>().Where(reduce => LevelOf(reduce.Body) == pass);

    /// <summary>All in the last pass: an output may be the very memory of the logits, which every pass before reads.</summary>
    public IEnumerable<Store> ClassStores(int pass) => pass == Count - 1 ? ClassStores() : [];

    /// <summary>
    /// Whether the first pass reads what lies in memory for classes, and nothing else: no number of the row, nothing that the target picks.
    /// And it leaves nothing but its results.
    /// </summary>
    public bool FirstStandsAlone
    {
        get
        {
            Expr[] roots = [.. Bodies(Reductions(0))];
            var steps = ClassSteps(roots, []);
            return roots.Length > 0 && Count > 1 && SpilledIn(0).Count == 0
                && Reductions(0).All(reduce => reduce.Op is ReduceOp.Max or ReduceOp.Min or ReduceOp.Sum)
                && steps.OfType<Load>().All(load => load.Kind is InputKind.Logit or InputKind.OfElement or InputKind.OfClass)
                && roots.Concat(steps.OfType<Let>().Select(let => let.Value)).SelectMany(RowProgram.NamesIn).All(name =>
                    name.Of == Shape.Class);
        }
    }

    /// <summary>The row's numbers that are known just before a pass.</summary>
    public IEnumerable<Statement> RowStatements(int pass) => program.Statements.Where(statement => statement switch
    {
        Load load => pass == 0 && Inputs.ShapeOf(load.Kind) == Shape.Row,
        Let let => let.Value.Shape == Shape.Row && LevelOf(let.Value) == pass,
        _ => false,
    });

    /// <summary>The pass just before which, or in which, a number of the row is used first; behind the last one where only the row's own results use it.</summary>
    public int FirstUse(string name)
    {
        if (program.Kept.Any(Names))
        {
            return 0;
        }

        var rows = program.Statements.OfType<Let>().Where(let => let.Value.Shape == Shape.Row && Names(let.Value)).Select(let => LevelOf(let.Value));
        var classes = Enumerable.Range(0, Count).Where(pass => Roots(pass).Any(Names) || ClassSteps(Roots(pass), []).OfType<Let>().Any(let => Names(let.Value)));
        return rows.Concat(classes).Append(Count).Min();

        bool Names(Expr expr) => RowProgram.NamesIn(expr).Any(used => used.Id == name);
    }

    /// <summary>
    /// The elementwise steps that lead to some expressions, inputs included, in the program's order. What leads only to
    /// <paramref name="known"/> values is left out: those are at hand.
    /// </summary>
    public IReadOnlyList<Statement> ClassSteps(IEnumerable<Expr> roots, IReadOnlyList<Spill> known)
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
                if (program.Definition(name.Id) is Let let && known.All(spill => spill.Value != let))
                {
                    Need(let.Value);
                }
            }
        }
    }

    /// <summary>
    /// An output may be the very memory of the logits, so once something waits there, the logits are gone. That is right only if all that
    /// later passes need waits there too.
    /// </summary>
    private IReadOnlyList<Spill> FindSpills(IReadOnlyList<Spill> tiles)
    {
        var exponential = program.Statements.OfType<Let>().FirstOrDefault(let => let.Role == StepRole.Exponential);
        if (exponential is null || PassesUsing(exponential.Name).Distinct().Count() < 2 || !SpillPlaces.Any(CanHold))
        {
            return [];
        }

        int first = PassesUsing(exponential.Name).Min();
        List<Spill> spills = [new(exponential, SpillPlaces.First(CanHold), first)];
        var difference = program.Statements.OfType<Let>().FirstOrDefault(let => let.Role == StepRole.Gap);
        if (difference is not null && CanHold(OutputKind.LogProbabilities))
        {
            spills.Add(new Spill(difference, OutputKind.LogProbabilities, first));
        }

        var later = Enumerable.Range(first + 1, Count - first - 1).SelectMany(Roots);
        bool needsLogits = ClassSteps(later, [.. spills, .. tiles.Where(tile => tile.Pass <= first)]).OfType<Load>().Any(load => load.Kind == InputKind.Logit);
        return needsLogits ? [] : spills;
    }

    private bool CanHold(OutputKind output) => program.Writes(output) && keepsDigits(output);

    /// <summary>Every logit that more than one pass reads, and everything that costs more than a few operations and more than one pass uses.</summary>
    private IReadOnlyList<Spill> FindTiles(IReadOnlyList<Spill> outputs, Func<Statement, bool> isWorthIt)
    {
        List<Spill> tiles = [.. outputs];
        foreach (var candidate in program.Statements.Where(isWorthIt).Where(candidate => outputs.All(spill => spill.Value != candidate)).Reverse())
        {
            var passes = Enumerable.Range(0, Count).Where(pass => ClassSteps([.. Roots(pass), .. Names(tiles.Where(tile => tile.Pass == pass))], [.. tiles.Where(tile => tile.Pass < pass)]).Contains(candidate)).ToList();
            if (passes.Count > 1)
            {
                tiles.Add(new Spill(candidate, Output: null, passes[0]));
            }
        }

        return tiles;

        static IEnumerable<Expr> Names(IEnumerable<Spill> spills) => spills.Select(spill => new Name(spill.Name, Shape.Class));
    }

    private static bool IsWorthATile(Statement statement) => statement switch
    {
        Load load => load.Kind == InputKind.Logit,
        Let { Value.Shape: Shape.Class } let => let.Value.DescendantsAndSelf().Any(part => part is ExactExp || (part is Unary function && !Operations.Of(function.Op).IsCheap))
            || let.Value.DescendantsAndSelf().Count(part => part is Unary or Binary) > 2,
        _ => false,
    };

    /// <summary>What the reductions combine, and the comparison that picks the target's.</summary>
    public IEnumerable<Expr> Bodies(IEnumerable<Reduce> reductions)
    {
        foreach (var reduce in reductions)
        {
            yield return reduce.Body;
            if (reduce.Op == ReduceOp.AtTarget)
            {
                yield return new Name(InputNames.Of(InputKind.IsTarget), Shape.Class);
            }
        }
    }

    private IEnumerable<Expr> Roots(int pass) => Bodies(Reductions(pass)).Concat(ClassStores(pass).Select(store => store.Value));

    private IEnumerable<Store> ClassStores() => program.Stores.Where(store => Outputs.IsPerClass(store.Output));

    private IEnumerable<int> PassesUsing(string name)
    {
        foreach (var reduce in program.Statements.OfType<Reduce>().Where(reduce => Uses(reduce.Body, name)))
        {
            yield return LevelOf(reduce.Body);
        }

        if (ClassStores().Any(store => Uses(store.Value, name)))
        {
            yield return Count - 1;
        }
    }

    private bool Uses(Expr expr, string name) => ClassSteps([expr], []).Any(step => RowProgram.NameOf(step) == name);

    private int LevelOf(Expr expr) => RowProgram.NamesIn(expr).Select(name => LevelOf(program.Definition(name.Id))).DefaultIfEmpty(0).Max();

    private int LevelOf(Statement statement) => statement switch
    {
        Let let => LevelOf(let.Value),
        Reduce reduce => LevelOf(reduce.Body) + 1,
        _ => 0,
    };
}
