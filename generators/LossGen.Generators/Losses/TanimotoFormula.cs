using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>−p_y/(‖p‖² + 1 − p_y) (Janocha &amp; Czarnecki 2017, arXiv 1702.05659).</summary>
internal sealed class TanimotoFormula : LossFormula
{
    public override string Name => "TanimotoLoss";

    public override string Title => "Tanimoto loss";

    // Probabilities are squared: a rounding of x − m would count twice.
    public override bool NeedsExactExponentials(KernelSpec spec) => true;

    private static Expr Denominator => Primitives.TargetP * Primitives.TargetP + BrierFormula.OtherSquares + Primitives.TargetQ;

    public override Expr RowLoss(KernelSpec spec) => -(Primitives.TargetP / Denominator);

    // With s = Σ_{k≠y} p_k² and D the denominator: at the target −p(1 + p)(s + q²)/D², where the derived one subtracts what is nearly equal.
    public override Expr? RowGradient(KernelSpec spec)
    {
        var (p, q, s) = (Primitives.TargetP, Primitives.TargetQ, BrierFormula.OtherSquares);
        var slope = p / (Denominator * Denominator);
        return Expr.AtTarget(-(slope * ((1 + p) * (s + q * q))), slope * (Primitives.P * (2 * Primitives.P + ((1 + p) * q - s))));
    }
}
