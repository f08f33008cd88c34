using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>Σ (x_k − t_k)² on the logits themselves; t is 1 for the target and 0 for the others, or any numbers.</summary>
internal sealed class SquaredErrorFormula : LossFormula
{
    public override string Name => "SquaredErrorLoss";

    public override string Title => "squared error";

    public override TargetKinds Targets => TargetKinds.Indices | TargetKinds.Numbers;

    public override IReadOnlyList<KernelRole> Without => [KernelRole.Mask];

    public override string? WhyWithout(KernelRole role) => role == KernelRole.Mask ? "the squared error of a logit of −∞ is infinite" : null;

    public override bool WeighsTarget(KernelSpec spec) => spec.HasIndexTargets;

    public override Expr RowLoss(KernelSpec spec)
    {
        var error = Inputs.Logit - (spec.HasIndexTargets ? Expr.AtTarget(Expr.One, Expr.Zero) : Inputs.TargetProbability);
        var square = error * error;
        return Expr.Sum(!spec.HasIndexTargets && spec.HasClassWeights ? Inputs.OfClass(KernelRole.ClassWeights) * square : square);
    }
}
