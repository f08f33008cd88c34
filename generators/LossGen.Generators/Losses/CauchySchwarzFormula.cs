using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>−log(p_y/‖p‖₂): half the cross-entropy of the doubled logits (Janocha &amp; Czarnecki 2017, arXiv 1702.05659).</summary>
internal sealed class CauchySchwarzFormula : LossFormula
{
    public override string Name => "CauchySchwarzDivergence";

    public override string Title => "Cauchy–Schwarz divergence";

    // Its exponentials are squared: a rounding of x − m would count twice.
    public override bool NeedsExactExponentials(KernelSpec spec) => true;

    public override Expr RowLoss(KernelSpec spec) => 0.5 * Primitives.Of(PrimitiveKind.TargetNegLogP, LogitSource.Doubled);
}
