using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>Σ |x_k − t_k| on the logits themselves; t is 1 for the target and 0 for the others, or any numbers.</summary>
internal sealed class AbsoluteErrorFormula : LossFormula
{
    public override string Name => "AbsoluteErrorLoss";

    public override string Title => "absolute error";

    public override TargetKinds Targets => TargetKinds.Indices | TargetKinds.Numbers;

    public override IReadOnlyList<KernelRole> Without => [KernelRole.Mask];

    public override string? WhyWithout(KernelRole role) => role == KernelRole.Mask ? "the absolute error of a logit of −∞ is infinite" : null;

    public override IEnumerable<Refusal> Refuse(KernelSpec spec)
    {
        if (spec.Has(KernelRole.HessianDiagonal))
        {
            yield return new(null, "The second derivative of an absolute error is 0; leave out 'hessianDiagonal'");
        }
    }

    public override Expr RowLoss(KernelSpec spec)
    {
        var error = Expr.Abs(Inputs.Logit - (spec.HasIndexTargets ? Expr.AtTarget(Expr.One, Expr.Zero) : Inputs.TargetProbability));
        return Expr.Sum(!spec.HasIndexTargets && spec.HasClassWeights ? Inputs.OfClass(KernelRole.ClassWeights) * error : error);
    }
}
