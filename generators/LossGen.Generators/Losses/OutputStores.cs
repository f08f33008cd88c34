using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>One store for every output that the signature asks for. All are formulas; none is a case of its own further down.</summary>
internal sealed class OutputStores(KernelSpec spec, LossFormula formula, Lowering lowering)
{
    public void Write(Expr loss, Expr derivative)
    {
        if (spec.Returns != ReturnKind.Void || spec.Has(KernelRole.Losses))
        {
            WriteLoss(lowering.Name("loss", loss));
        }

        if (spec.Has(KernelRole.LogSumExp))
        {
            lowering.Store(OutputKind.LogSumExp, Primitives.LogSumExp);
        }

        WritePredictions();
        if (spec.Has(KernelRole.Gradient))
        {
            var gradient = GradientForm.Scale(GradientFactor(), derivative);
            lowering.StoreGradient(GradientForm.Normalize(Simplifier.Simplify(gradient)));
        }

        if (spec.Has(KernelRole.HessianDiagonal))
        {
            lowering.Store(OutputKind.HessianDiagonal, GradientForm.Normalize(Hessian(loss, derivative)));
        }

        if (spec.Has(KernelRole.ElementLosses) && formula.ElementLoss(spec) is { } element)
        {
            lowering.Store(OutputKind.ElementLosses, Simplifier.Simplify(spec.Has(KernelRole.SampleWeights) ? Inputs.OfRow(KernelRole.SampleWeights) * element : element));
        }

        if (spec.Has(KernelRole.Probabilities))
        {
            lowering.Store(OutputKind.Probabilities, formula.Probability);
        }

        if (spec.Has(KernelRole.LogProbabilities))
        {
            lowering.Store(OutputKind.LogProbabilities, formula.LogProbability);
        }
    }

    private void WriteLoss(Expr value)
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

    private void WritePredictions()
    {
        if (!spec.Has(KernelRole.Predictions) && !spec.Has(KernelRole.Correct))
        {
            return;
        }

        var prediction = lowering.Prediction();
        if (spec.Has(KernelRole.Predictions))
        {
            lowering.Store(OutputKind.Predictions, prediction);
        }

        if (spec.Has(KernelRole.Correct))
        {
            lowering.Store(OutputKind.Correct, new Choose(new Compare(CompareOp.Equal, prediction, new Input(InputKind.TargetIndex)), Expr.One, Expr.Zero));
        }
    }

    /// <summary>What all derivatives with respect to the logits are multiplied by: the mean's share, the caller's scale, and 1/T.</summary>
    private Expr GradientFactor()
    {
        var factor = spec.IsMean || spec.Has(KernelRole.Scale) ? new Input(InputKind.GradientScale) : Expr.One;
        return Simplifier.Simplify(factor / spec.Options.Temperature);
    }

    /// <summary>The three conventions differ by a factor; XGBoost's also has a floor, which keeps its divisor away from 0.</summary>
    private Expr Hessian(Expr loss, Expr derivative)
    {
        var factor = Simplifier.Simplify(formula.HessianShare(spec) / spec.Options.Temperature);
        var scale = GradientFactor();
        var diagonal = Differentiator.HessianDiagonal(loss, derivative);
        return spec.Options.Hessian == HessianConvention.XGBoost
            ? Simplifier.Simplify(scale * Expr.Larger(factor * diagonal, 1e-16))
            : Simplifier.Simplify(GradientForm.Scale(Simplifier.Simplify(factor * scale), diagonal));
    }
}
