using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>(1 − p_y^q)/q, constant where p_y ≤ k (Zhang &amp; Sabuncu 2018, arXiv 1805.07836).</summary>
internal sealed class GeneralizedCrossEntropyFormula : LossFormula
{
    private static readonly LossOption Q = LossOption.Number("Q", 0.7, "must be greater than 0 and at most 1", q => q is > 0 and <= 1);

    private static readonly LossOption Truncation = LossOption.Number("Truncation", 0, "must be 0 (off) or greater, and less than 1", k => k is >= 0 and < 1);

    public override string Name => "GeneralizedCrossEntropy";

    public override string Title => "generalized cross-entropy";

    public override IReadOnlyList<LossOption> Options => [Q, Truncation];

    // A power of p_y is multiplied by p_k: the roundings of two differences would add up.
    public override bool NeedsExactExponentials(KernelSpec spec) => true;

    public override Expr RowLoss(KernelSpec spec)
    {
        double q = spec.Options[Q];
        // Of p_y itself, q_y has the digits.
        var plain = q == 1 ? Primitives.TargetQ : -1 / q * Expr.Expm1(-q * Primitives.TargetNegLogP);
        return Truncated(spec, (1 - System.Math.Pow(spec.Options[Truncation], q)) / q, plain);
    }

    // p_y^q; the derived one has the factor q·(1/q).
    public override Expr? RowGradient(KernelSpec spec) =>
        ThroughTarget(Truncated(spec, Expr.Zero, spec.Options[Q] == 1 ? Primitives.TargetP : Expr.Exp(-spec.Options[Q] * Primitives.TargetNegLogP)));

    private static Expr Truncated(KernelSpec spec, Expr beyond, Expr otherwise) => spec.Options[Truncation] > 0
        ? new Choose(new Compare(CompareOp.GreaterOrEqual, Primitives.TargetNegLogP, -System.Math.Log(spec.Options[Truncation])), beyond, otherwise)
        : otherwise;
}
