using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;

namespace LossGen.Generators.Writing.Passes;

/// <summary>
/// One pass over the classes of a row, or of a vector of rows: groups of several steps with an accumulator each, the steps that are left, and
/// where a step is a vector of classes a last one that overlaps. The last one's inputs are read before anything is stored, since a row may be
/// overwritten in place. What the accumulators become is the schedules' own.
/// </summary>
internal abstract partial class PassWriter(SourceWriter w, Dialect d, PassPlan plan, ClassMemory memory, ClassLoop loop)
{
    /// <summary>What a number of the row is called inside a pass.</summary>
    public Func<string, string> RowName { get; init; } = static name => name;

    /// <summary>A mask for outputs that depend on the target, where not all rows count.</summary>
    public string? Mask { get; init; }

    /// <summary>How far ahead the logits of the next row are, where they are asked for while this one is worked on; 0 for not at all.</summary>
    public string? Ahead { get; init; }

    /// <summary>
    /// Partial sums of float go to a second level, in double, after so many additions to each accumulator. The row's sums are in everything
    /// that is written, so their roundings count more than the few instructions.
    /// </summary>
    public const int GroupsPerFlush = 4;

    private static readonly string IsTarget = InputNames.Of(InputKind.IsTarget);

    private IReadOnlyList<Reduce> reductions = [];
    private IReadOnlyList<Statement> steps = [];
    private IReadOnlyList<Store> stores = [];

    // Whether the steps follow one another without a loop, so that each accumulator can begin with its first value.
    private bool isStraight;

    // What this pass leaves for later ones, and what earlier ones have left for it.
    private IReadOnlyList<Spill> spilled = [];
    private IReadOnlyList<Spill> waiting = [];

    protected SourceWriter Writer => w;

    protected Dialect Dialect => d;

    protected ClassLoop Loop => loop;

    /// <summary>Whether the pass leaves values for later ones in memory.</summary>
    protected bool LeavesValues => spilled.Count > 0;

    /// <summary>How many accumulators a reduction has: one for each step of a group, but one alone beside a largest term that is kept, where there is no loop.</summary>
    protected int AccumulatorsOf(Reduce reduce) => isStraight && KeepsTop(reduce) ? 1 : loop.Accumulators;

    public void Write(int pass, IReadOnlyList<Reduce> passReductions, IReadOnlyList<Store> passStores)
    {
        reductions = passReductions;
        stores = passStores;
        spilled = plan.SpilledIn(pass);
        waiting = plan.SpilledBefore(pass);
        WriteBlock();
    }

    /// <summary>The sum of the exponentials without the one that is exactly 1, into a variable that is declared already.</summary>
    public void WriteCareful(Reduce reduce, int pass)
    {
        reductions = [new Reduce(reduce.Name, ReduceOp.Sum, new Choose(new Compare(CompareOp.Equal, reduce.Body, Expr.One), Expr.Zero, reduce.Body))];
        stores = [];
        spilled = [];
        waiting = plan.SpilledBefore(pass + 1);
        WriteBlock(declare: false);
    }

    private void WriteBlock(bool declare = true)
    {
        steps = Steps();
        foreach (var reduce in reductions.Where(_ => declare))
        {
            DeclareResult(reduce);
        }

        // A scope of its own, where the pass leaves anything behind.
        isStraight = declare && loop.IsOneGroup && !Flushes;
        bool scoped = declare && (reductions.Count > 0 || loop.HasTail || loop.HasLeftovers || loop.IsOneGroup);
        if (scoped)
        {
            w.Open();
        }

        foreach (var reduce in reductions.Where(reduce => Flushes && !Lasts(reduce)))
        {
            DeclareSecondLevel(reduce);
        }

        if (loop.HasTail)
        {
            w.Line("// the last classes, of which those seen already do not count twice");
            Compute("Tail", loop.TailStart);
        }

        if (isStraight)
        {
            AwaitFirstValues();
        }
        else
        {
            DeclareLasting();
            if (!Flushes)
            {
                DeclareSums();
            }
        }

        WriteGroups();
        WriteLeftovers();
        if (loop.HasTail)
        {
            Store("Tail", loop.TailStart);
            Accumulate("Tail", 0, flushed: Flushes);
        }

        DeclareUnused();
        foreach (var reduce in reductions)
        {
            WriteEnd(reduce);
        }

        if (scoped)
        {
            w.Close();
        }
    }

    /// <summary>What waits in memory is loaded, and what only led to it is not needed.</summary>
    private IReadOnlyList<Statement> Steps() => plan.ClassSteps(
        [.. plan.Bodies(reductions), .. stores.Select(store => store.Value), .. spilled.Select(spill => new Name(spill.Name, Shape.Class))],
        waiting);

    private string Print(Expr expr, string suffix) => d.Print(expr, name => name.Of == Shape.Class ? name.Id + suffix : RowName(name.Id));

    protected static string Parenthesized(string value) => value.Contains(" ") ? "(" + value + ")" : value;
}
