using LossGen.Generators.Planning;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;
using LossGen.Generators.Writing.Dialects;
using LossGen.Generators.Writing.Passes;

namespace LossGen.Generators.Writing.Positions;

/// <summary>A pass over a vector of positions: every lane has reductions of its own, so a sum's second level has a number per lane too.</summary>
internal sealed class PositionPass(SourceWriter w, VectorDialect d, PassPlan plan, ClassMemory memory, ClassLoop loop)
    : PassWriter(w, d, plan, memory, loop)
{
    private int parts;

    private bool IsFloat => d.Element == ElementType.Float;

    private string Wide => d.Static + "<double>";

    protected override bool IsLong => Loop.HasMoreGroupsThan(GroupsPerFlush);

    protected override bool KeepsTop(Reduce reduce) => reduce.Op == ReduceOp.SumOthers;

    protected override void DeclareResult(Reduce reduce) => Writer.Line($"{d.Type} {reduce.Name};");

    protected override void DeclareSecondLevel(Reduce reduce) => Writer.Line(IsFloat
        ? $"{Wide} {reduce.Name}Low = {Wide}.Zero, {reduce.Name}High = {Wide}.Zero;"
        : $"{Wide} {reduce.Name}Sum = {Wide}.Zero;");

    protected override void AddToSecondLevel(Reduce reduce, string value)
    {
        if (!IsFloat)
        {
            Writer.Line($"{reduce.Name}Sum += {value};");
            return;
        }

        string part = $"{reduce.Name}Part{Literals.Integer(++parts)}";
        Writer.Line($"{d.Type} {part} = {value};");
        Writer.Line($"{reduce.Name}Low += {d.Static}.WidenLower({part}); {reduce.Name}High += {d.Static}.WidenUpper({part});");
    }

    protected override void WriteEnd(Reduce reduce)
    {
        if (Lasts(reduce))
        {
            Writer.Line($"{reduce.Name} = {Tree(reduce)};");
            return;
        }

        string sum = !Flushes ? Tree(reduce) : IsFloat ? $"{d.Static}.Narrow({reduce.Name}Low, {reduce.Name}High)" : reduce.Name + "Sum";

        // What is not finite must not get lost with the largest.
        string top = KeepsTop(reduce) ? $" + ({Top(reduce)} - {Top(reduce)})" : string.Empty;
        Writer.Line($"{reduce.Name} = {(top.Length > 0 ? Parenthesized(sum) : sum)}{top};");
    }
}
