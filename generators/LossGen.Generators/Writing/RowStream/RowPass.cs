using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.RowStream;

/// <summary>A pass over one row whose reductions are combined like those of a block's rows, so that a row has the same bits in both.</summary>
internal sealed class RowPass(SourceWriter w, VectorDialect d, PassPlan plan, ClassMemory memory, ClassLoop loop)
    : PassWriter(w, d, plan, memory, loop)
{
    protected override bool KeepsTop(Reduce reduce) => reduce.Op == ReduceOp.SumOthers;

    protected override void DeclareResult(Reduce reduce) => Writer.Line($"{Dialect.Type} {reduce.Name};");

    protected override void WriteEnd(Reduce reduce)
    {
        string tree = Tree(reduce);
        Writer.Line($"{reduce.Name} = " + reduce.Op switch
        {
            ReduceOp.Max => $"Lanes.MaxOfRow({tree});",
            ReduceOp.Min => $"Lanes.MinOfRow({tree});",
            ReduceOp.SumOthers => $"Lanes.OthersOfRow({tree}, {Top(reduce)});",
            ReduceOp.Sum => $"Lanes.SumOfRow({tree});",
            _ => throw new System.NotSupportedException($"{reduce.Op} of one row"),
        });
    }
}
