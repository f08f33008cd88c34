using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>From a specification to the row program: the loss's formula, its derived gradient, the row's weight and the outputs asked for.</summary>
internal static class KernelProgram
{
    public static RowProgram Build(KernelSpec spec)
    {
        var transform = new Transform(spec.Classes, spec.Has(KernelRole.LogitBias), spec.Options.Softcap, spec.Options.Temperature, Compensated: spec.Has(KernelRole.Targets) && !spec.HasIndexTargets);
        var lowering = new Lowering(transform);
        var loss = spec.HasLoss ? WeightedLoss(spec) : Expr.Zero;
        var kept = KeptRows.Conditions(spec, lowering);
        OutputStores.Write(spec, lowering, loss);
        return new RowProgram(
            spec.Classes,
            kept.ToEquatableArray(),
            lowering.Statements.ToEquatableArray(),
            FormulaText.Of(loss),
            FormulaText.Of(Differentiator.Gradient(loss)));
    }

    private static Expr WeightedLoss(KernelSpec spec)
    {
        var loss = LossFormula.Of(spec.Loss).RowLoss(spec);
        if (spec.Options.ZLoss > 0)
        {
            loss = loss + spec.Options.ZLoss * (Primitives.LogSumExp * Primitives.LogSumExp);
        }

        return spec.Has(KernelRole.SampleWeights) ? Simplifier.Simplify(new Input(InputKind.SampleWeight) * loss) : Simplifier.Simplify(loss);
    }
}
