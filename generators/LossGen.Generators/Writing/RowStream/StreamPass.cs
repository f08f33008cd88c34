using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.RowStream;

/// <summary>A pass over one row: its reductions become numbers, sums in double.</summary>
internal sealed class StreamPass(SourceWriter w, Dialect d, PassPlan plan, ClassMemory memory, ClassLoop loop)
    : PassWriter(w, d, plan, memory, loop)
{
    protected override bool IsLong => Dialect.Lanes > 1 && Loop.HasMoreGroupsThan(GroupsPerFlush);

    /// <summary>
    /// Where the exponentials wait in memory, a plain sum is faster: the few rows below 2 are added up again. One class at a time, it is as
    /// fast too, as it is kept in double.
    /// </summary>
    public bool AddsAgain(Reduce reduce) => reduce.Op == ReduceOp.SumOthers && (Dialect.Lanes == 1 || LeavesValues);

    protected override bool KeepsTop(Reduce reduce) => reduce.Op == ReduceOp.SumOthers && !AddsAgain(reduce);

    protected override string SumType => Dialect.Lanes > 1 ? Dialect.Type : "double";

    protected override void DeclareResult(Reduce reduce) => Writer.Line($"{(IsExtreme(reduce) ? Dialect.Item : "double")} {reduce.Name}All;");

    protected override void DeclareSecondLevel(Reduce reduce)
    {
        string type = ((VectorDialect)Dialect).Static + "<double>";
        Writer.Line($"{type} {reduce.Name}Sum = {type}.Zero;");
    }

    protected override void AddToSecondLevel(Reduce reduce, string value) => Writer.Line($"{reduce.Name}Sum = Lanes.AddTo({reduce.Name}Sum, {value});");

    protected override void WriteEnd(Reduce reduce) =>
        Writer.Line($"{reduce.Name}All = {Combined(reduce)}{(KeepsTop(reduce) ? $" + Lanes.TopsButOne({Top(reduce)})" : string.Empty)};");

    private string Combined(Reduce reduce)
    {
        if (Dialect is not VectorDialect v)
        {
            return Tree(reduce);
        }

        return IsExtreme(reduce) ? $"Lanes.{reduce.Op}Across({Tree(reduce)})"
            : Flushes ? $"{v.Static}.Sum({reduce.Name}Sum)"
            : $"{v.Static}.Sum(Lanes.AddTo({v.Static}<double>.Zero, {Tree(reduce)}))";
    }
}
