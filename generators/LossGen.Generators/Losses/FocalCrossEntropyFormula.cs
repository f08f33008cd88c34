using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>α_y·q_y^γ·n_y (Lin et al. 2017, arXiv 1708.02002).</summary>
internal sealed class FocalCrossEntropyFormula : LossFormula
{
    private static readonly LossOption Gamma = LossOption.Number("Gamma", 2, "must be 0 or greater, and finite", gamma => gamma >= 0);

    private static readonly LossOption Alpha = LossOption.PerClass("Alpha", KernelRole.Alpha, "must hold finite numbers of 0 or greater", alpha => alpha >= 0);

    public override string Name => "FocalCrossEntropy";

    public override string Title => "focal cross-entropy";

    public override IReadOnlyList<LossOption> Options => [Gamma, Alpha];

    public override IReadOnlyList<RoleUse> Roles => [new(KernelRole.Alpha, IsRequired: false)];

    // An error of q is multiplied by γ + 1.
    public override bool NeedsExactExponentials(KernelSpec spec) => spec.Options[Gamma] != 0;

    public override bool NeedsFineExponentials(KernelSpec spec) => spec.Options[Gamma] > 2;

    public override bool NeedsFineSum(KernelSpec spec) => spec.Options[Gamma] > 2;

    public override Expr RowLoss(KernelSpec spec)
    {
        double gamma = spec.Options[Gamma];
        var alpha = spec.Gives(KernelRole.Alpha) ? Inputs.OfTarget(KernelRole.Alpha) : Expr.One;
        var focal = Expr.Power(Primitives.TargetQ, gamma) * Primitives.TargetNegLogP;

        // Below 1, the slope of q^γ is infinite where q is 0; that of the product is not.
        var guarded = gamma is > 0 and < 1 ? new Choose(new Compare(CompareOp.Equal, Primitives.TargetQ, Expr.Zero), Expr.Zero, focal) : focal;
        return Simplifier.Simplify(alpha * guarded);
    }
}
