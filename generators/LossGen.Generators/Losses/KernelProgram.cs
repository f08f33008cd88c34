using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>From a specification to the row program: the loss's formula, its derived gradient, the row's weight and the outputs asked for.</summary>
internal static class KernelProgram
{
    public static RowProgram Build(KernelSpec spec)
    {
        var loss = LossFormula.Of(spec.Loss).RowLoss(spec);
        if (spec.Has(KernelRole.SampleWeights))
        {
            loss = Simplifier.Simplify(new Input(InputKind.SampleWeight) * loss);
        }

        var gradient = Differentiator.Gradient(loss);
        var lowering = new Lowering(spec.Classes, compensated: !spec.HasIndexTargets);
        var kept = Kept(spec, lowering);

        if (spec.Returns != ReturnKind.Void || spec.Has(KernelRole.Losses))
        {
            var value = lowering.Name("loss", loss);
            StoreLoss(spec, lowering, value);
        }

        if (spec.Has(KernelRole.Gradient))
        {
            bool scaled = spec.Returns != ReturnKind.Void && (spec.IsMean || spec.Has(KernelRole.Scale));
            var factor = scaled || spec.Has(KernelRole.Scale) ? new Input(InputKind.GradientScale) : Expr.One;
            lowering.Store(OutputKind.Gradient, GradientForm.Normalize(Simplifier.Simplify(GradientForm.Scale(factor, gradient))));
        }

        return new RowProgram(
            spec.Classes,
            kept.ToEquatableArray(),
            lowering.Statements.ToEquatableArray(),
            FormulaText.Of(loss),
            FormulaText.Of(gradient));
    }

    private static void StoreLoss(KernelSpec spec, Lowering lowering, Expr value)
    {
        if (spec.Has(KernelRole.Losses))
        {
            lowering.Store(OutputKind.Losses, value);
        }

        if (spec.Returns != ReturnKind.Void)
        {
            lowering.Store(OutputKind.Total, value);
        }
    }

    /// <summary>
    /// An ignored row counts for nothing, even if it holds NaN; so does a row whose weight in the mean's denominator is 0. Where smoothing
    /// makes the loss of a row with class weight 0 positive, that row is left out of a mean only.
    /// </summary>
    private static IReadOnlyList<Expr> Kept(KernelSpec spec, Lowering lowering)
    {
        var kept = new List<Expr>();
        if (spec.Options.IgnoreIndex is not null && spec.HasIndexTargets)
        {
            kept.Add(lowering.Condition(new Input(InputKind.NotIgnored)));
        }

        bool targetWeightDecides = spec.Has(KernelRole.ClassWeights) && spec.HasIndexTargets
            && (spec.IsMean || spec.Options.LabelSmoothing == 0);
        if (targetWeightDecides)
        {
            kept.Add(lowering.Condition(new Compare(CompareOp.NotEqual, new Input(InputKind.TargetClassWeight), Expr.Zero)));
        }

        if (spec.Has(KernelRole.SampleWeights))
        {
            kept.Add(lowering.Condition(new Compare(CompareOp.NotEqual, new Input(InputKind.SampleWeight), Expr.Zero)));
        }

        return kept;
    }
}
