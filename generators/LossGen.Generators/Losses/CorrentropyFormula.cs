using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>β·(1 − exp(−q_y²/2σ²)) with β = 1/(1 − exp(−1/2σ²)) (Singh, Pokharel &amp; Principe, Pattern Recognition 2014).</summary>
internal sealed class CorrentropyFormula : LossFormula
{
    private static readonly LossOption Sigma = LossOption.Number("Sigma", 0.5, "must be greater than 0 and finite", sigma => sigma > 0);

    public override string Name => "CorrentropyLoss";

    public override string Title => "correntropy loss";

    public override IReadOnlyList<LossOption> Options => [Sigma];

    // An error of q is doubled.
    public override bool NeedsExactExponentials(KernelSpec spec) => true;

    public override bool NeedsFineExponentials(KernelSpec spec) => true;

    public override Expr RowLoss(KernelSpec spec)
    {
        var (width, beta) = Shape(spec);
        var square = Expr.Power(Primitives.TargetQ, 2);

        // Of a tiny q the exponent is no normal number where the loss is one; nothing but its first order is left.
        return new Choose(
            new Compare(CompareOp.Greater, Primitives.TargetQ, TinyShare),
            -beta * Expr.Expm1(-width * square),
            beta * width * square);
    }

    public override string? Text(KernelSpec spec)
    {
        var (width, beta) = Shape(spec);
        return FormulaText.Of(-beta * Expr.Expm1(-width * Expr.Power(Primitives.TargetQ, 2)));
    }

    // With one constant: each is rounded.
    public override Expr? RowGradient(KernelSpec spec)
    {
        var (width, beta) = Shape(spec);
        return ThroughTarget(2 * beta * width * (Primitives.TargetP * Primitives.TargetQ * Expr.Exp(-width * Expr.Power(Primitives.TargetQ, 2))));
    }

    /// <summary>A share of the others whose fourth power is nothing beside its square.</summary>
    private const double TinyShare = 1e-15;

    /// <summary>1/2σ², and β.</summary>
    private static (double Width, double Beta) Shape(KernelSpec spec)
    {
        double width = 1 / (2 * spec.Options[Sigma] * spec.Options[Sigma]);

        // 1 − e^−w = 2·tanh(w/2)/(1 + tanh(w/2)), without cancellation for a wide kernel.
        double tanh = System.Math.Tanh(width / 2);
        return (width, (1 + tanh) / (2 * tanh));
    }
}
