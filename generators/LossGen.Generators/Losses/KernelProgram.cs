using System.Collections.Generic;
using System;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>From a specification to the row program: the loss's formula, its derived gradient, the row's weight and the outputs asked for.</summary>
internal static class KernelProgram
{
    public static RowProgram Build(KernelSpec spec)
    {
        var formula = LossFormulas.Of(spec);
        var loss = WeightedLoss(spec, formula);
        var transform = new Transform(
            spec.Classes,
            spec.Has(KernelRole.LogitBias),
            spec.Options.Softcap,
            spec.Options.Temperature,
            formula.AngularMargin(spec),
            formula.NeedsExactExponentials(spec),
            Logarithms.MeetTheirOwnProbability(loss),
            spec.Has(KernelRole.Mask),
            formula.NeedsFineExponentials(spec),
            formula.NeedsFineSum(spec));
        var lowering = new Lowering(transform);
        var gradient = WeightedGradient(spec, formula, loss);
        var kept = KeptRows.Conditions(spec, lowering);
        new OutputStores(spec, formula, lowering).Write(loss, gradient);
        return new RowProgram(
            spec.Classes,
            kept.ToEquatableArray(),
            lowering.Statements.ToEquatableArray(),
            FormulaText.Of(formula.Text(spec) is { } text ? Weighted(spec, formula, new Described(text), ZLoss(spec), static (weight, row) => weight * row) : loss),
            FormulaText.Of(gradient));
    }

    /// <summary>The loss of a row with its weights.</summary>
    public static Expr WeightedLoss(KernelSpec spec, LossFormula formula) =>
        Weighted(spec, formula, formula.RowLoss(spec), ZLoss(spec), Expr.MultiplyOrZero);

    /// <summary>The stated gradient with the same weights, or else the derived one.</summary>
    public static Expr WeightedGradient(KernelSpec spec, LossFormula formula, Expr loss) => formula.RowGradient(spec) is { } stated
        ? GradientForm.Distributed(Weighted(spec, formula, stated, 2 * spec.Options.ZLoss * Primitives.LogSumExp * Primitives.P, static (weight, slope) => weight * slope))
        : Differentiator.Gradient(loss);

    private static Expr ZLoss(KernelSpec spec) => spec.Options.ZLoss * (Primitives.LogSumExp * Primitives.LogSumExp);

    /// <param name="spec">The kernel.</param>
    /// <param name="formula">Its loss.</param>
    /// <param name="row">What the weight of the target's class multiplies.</param>
    /// <param name="zLoss">What only the row's weight multiplies.</param>
    /// <param name="guarded">The product where a weight of 0 meets what may be infinite and something is left of the row.</param>
    private static Expr Weighted(KernelSpec spec, LossFormula formula, Expr row, Expr zLoss, Func<Expr, Expr, Expr> guarded)
    {
        var weight = Inputs.OfTarget(KernelRole.ClassWeights);
        var weighted = !formula.WeighsTarget(spec) || !spec.HasClassWeights ? row : KeptRows.LeavesSomething(spec) ? guarded(weight, row) : weight * row;
        var sum = spec.Options.ZLoss > 0 ? weighted + zLoss : weighted;
        return Simplifier.Simplify(spec.Has(KernelRole.SampleWeights) ? Inputs.OfRow(KernelRole.SampleWeights) * sum : sum);
    }
}
