using LossGen.Generators.Rows;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.RowStream;

/// <summary>A pass over one row: its reductions become numbers, sums in double.</summary>
internal sealed class StreamPass(SourceWriter w, Dialect d, PassPlan plan, ClassMemory memory, ClassLoop loop)
    : PassWriter(w, d, plan, memory, loop)
{
    protected override bool IsLong => Dialect.Lanes > 1 && Loop.HasMoreGroupsThan(GroupsPerFlush);

    /// <summary>One by one, a plain sum is as good: it is kept in double, and a row below 2 is added up again.</summary>
    protected override bool KeepsTop(Reduce reduce) => Dialect.Lanes > 1 && reduce.Op == ReduceOp.SumOthers;

    protected override string SumType => Dialect.Lanes > 1 ? Dialect.Type : "double";

    protected override void DeclareResult(Reduce reduce) => Writer.Line($"{(IsExtreme(reduce) ? Dialect.Item : "double")} {reduce.Name}All;");

    protected override void DeclareSecondLevel(Reduce reduce)
    {
        string type = ((VectorDialect)Dialect).Static + "<double>";
        Writer.Line($"{type} {reduce.Name}Sum = {type}.Zero;");
    }

    protected override void AddToSecondLevel(Reduce reduce, string value) => Writer.Line($"{reduce.Name}Sum = Lanes.AddTo({reduce.Name}Sum, {value});");

    protected override void WriteEnd(Reduce reduce)
    {
        if (!KeepsTop(reduce))
        {
            Writer.Line($"{reduce.Name}All = {Combined(reduce)};");
            return;
        }

        for (int a = 1; a < AccumulatorsOf(reduce); a++)
        {
            Add(reduce, Acc(reduce, 0), Dialect.Min(Top(reduce, a), Top(reduce, 0)), Flushes);
            Writer.Line($"{Top(reduce, 0)} = {Dialect.Max(Top(reduce, 0), Top(reduce, a))};");
        }

        Writer.Line($"{reduce.Name}All = {Combined(reduce)} + Lanes.TopsButOne({Top(reduce, 0)});");
    }

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
