using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Formulas;

/// <summary>What a variable of a formula holds: a number, the row itself, or one number per class.</summary>
/// <param name="Number">The number, as an expression.</param>
/// <param name="Function">The role whose element a call returns.</param>
internal sealed record FormulaValue(Expr? Number, KernelRole? Function)
{
    public static FormulaValue Row { get; } = new(null, null);

    public static FormulaValue Of(Expr number) => new(number, null);

    public static FormulaValue OfFunction(KernelRole role) => new(null, role);
}
