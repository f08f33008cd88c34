using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>A loss: the formula of one row's value, before the row's weight. Its gradient is derived.</summary>
internal abstract class LossFormula
{
    public abstract Expr RowLoss(KernelSpec spec);

    public static LossFormula Of(LossKind kind) => kind switch
    {
        _ => new CrossEntropyFormula(),
    };
}
