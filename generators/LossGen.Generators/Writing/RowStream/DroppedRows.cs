using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.RowStream;

/// <summary>Rows that do not count, where one row is worked on at a time: they give exactly 0, whatever they hold.</summary>
/// <param name="w">Where to write.</param>
/// <param name="spec">The kernel.</param>
/// <param name="program">What a row computes.</param>
/// <param name="d">How numbers are spelled.</param>
/// <param name="memory">What belongs to the row's classes.</param>
internal sealed class DroppedRows(SourceWriter w, KernelSpec spec, RowProgram program, Dialect d, ClassMemory memory)
{
    /// <summary>Whether such rows are worked on like others, and what they give is put right at the end.</summary>
    public bool AreKnownLater => !AreSkipped && program.Kept.Count > 0;

    /// <summary>Whether a row can be predicted right whose loss does not count.</summary>
    public bool CountApart => program.Writes(OutputKind.Correct) && program.Counted.Count < program.Kept.Count;

    // Nothing is asked for that does not depend on the target: such a row can be left at once.
    private bool AreSkipped => program.Stores.All(store => Outputs.DependsOnTarget(store.Output)) && !CountApart;

    /// <summary>Leaves such a row, or says that it is one.</summary>
    public void WriteSkip()
    {
        if (program.Kept.Count == 0)
        {
            return;
        }

        w.Blank();
        if (AreSkipped)
        {
            w.Open($"if ({Any(program.Kept)})");
            WriteLines();
            w.Line("continue;");
            w.Close();
        }
        else if (CountApart)
        {
            WriteCounted();
        }
        else
        {
            w.Line($"bool kept = !({Any(program.Kept)});");
            if (spec.HasIndexTargets)
            {
                w.Line("y = kept ? y : 0;");
            }
        }

        w.Blank();
    }

    /// <summary>Overwrites what such a row has given.</summary>
    public void WriteZeros()
    {
        if (!AreKnownLater || !Zeros().Any())
        {
            return;
        }

        w.Blank();
        w.Open("if (!kept)");
        WriteLines();
        w.Close();
    }

    /// <summary>Rows that do not count at all, and rows of which only the loss does not, since their target weighs nothing.</summary>
    private void WriteCounted()
    {
        string weightless = Any(program.Kept.Where(RowProgram.IsOfClassWeight));
        if (program.Counted.Count == 0)
        {
            w.Line($"bool kept = !({weightless});");
            return;
        }

        w.Line($"bool counted = !({Any(program.Counted)});");
        w.Line("y = counted ? y : 0;");
        w.Line($"bool kept = counted && !({weightless});");
    }

    private void WriteLines()
    {
        foreach (string line in Zeros())
        {
            w.Line(line);
        }
    }

    private IEnumerable<string> Zeros()
    {
        foreach (var store in program.Stores.Where(store => Outputs.DependsOnTarget(store.Output)))
        {
            if (Outputs.IsPerClass(store.Output))
            {
                string buffer = OutputNames.Buffer(store.Output);
                yield return spec.IsStrided
                    ? $"for (nint k = 0; k < {program.Classes}; k++) {memory.WriteAt("0", buffer, "k")}"
                    : $"MemoryMarshal.CreateSpan(ref {buffer}, {program.Classes}).Clear();";
            }
            else if (store.Output == OutputKind.Losses)
            {
                yield return spec.ItemOf("losses") == d.Item ? "losses = 0;" : "losses = default;";
            }
        }
    }

    private string Any(IEnumerable<Expr> conditions) => string.Join(" || ", conditions.Select(Dropped));

    /// <summary>The opposite of a condition under which the row counts.</summary>
    private string Dropped(Expr condition) => condition switch
    {
        _ when RowProgram.IsOfClassWeight(condition) => Weight("Unsafe.Add(ref classWeights, y)", KernelRole.ClassWeights) + " == 0",
        Compare => Weight("sampleWeights", KernelRole.SampleWeights) + " == 0",
        _ when InputNames.IsOf(condition, InputKind.InRange) => "y < 0",
        _ => $"y == {Literals.Integer(spec.Options.IgnoreIndex!.Value)}",
    };

    private string Weight(string element, KernelRole role) => d.ReadOne(element, spec.ItemOf(RoleTable.Of(role).Name));
}
