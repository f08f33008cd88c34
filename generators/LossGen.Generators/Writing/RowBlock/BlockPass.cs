using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.RowBlock;

/// <summary>A pass over one row of a block: its partial results go to memory, from where those of all rows are reduced together.</summary>
internal sealed class BlockPass(SourceWriter w, VectorDialect d, PassPlan plan, ClassMemory memory, ClassLoop loop)
    : PassWriter(w, d, plan, memory, loop)
{
    /// <summary>Where the vector of partial results goes.</summary>
    public static string PartialsOf(Reduce reduce) => reduce.Name + "Partials";

    /// <summary>Where the largest exponentials go, which partial sums leave out.</summary>
    public static string TopsOf(Reduce reduce) => reduce.Name + "Tops";

    protected override bool KeepsTop(Reduce reduce) => reduce.Op == ReduceOp.SumOthers;

    protected override void WriteEnd(Reduce reduce)
    {
        string place = $"(nuint)row * {Dialect.Lanes}";
        Writer.Line(Dialect.Store(Parenthesized(Tree(reduce)), PartialsOf(reduce), place));
        if (KeepsTop(reduce))
        {
            Writer.Line(Dialect.Store(Top(reduce), TopsOf(reduce), place));
        }
    }
}
