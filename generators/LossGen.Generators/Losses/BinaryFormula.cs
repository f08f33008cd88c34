using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>A loss of labels, each answered with yes or no: t·(loss of yes) + (1 − t)·(loss of no), with the weights that such losses have.</summary>
internal abstract class BinaryFormula : LossFormula
{
    protected static readonly LossOption PosWeight = LossOption.Number("PosWeight", 1, "must be 0 or greater, and finite", weight => weight >= 0);

    public override TargetKinds Targets => TargetKinds.Labels;

    public override IReadOnlyList<LossOption> Options => [PosWeight];

    public override IReadOnlyList<RoleUse> Roles => [new(KernelRole.PosWeights, IsRequired: false), .. LabelLosses.Roles];

    public override IReadOnlyList<KernelRole> Without => LabelLosses.Without;

    public override string? WhyWithout(KernelRole role) => LabelLosses.WhyWithout(role);

    public override Expr Probability => LabelLosses.Probability;

    public override Expr LogProbability => LabelLosses.LogProbability;

    // Boosting libraries have no factor in front of their binary Hessians.
    public override Expr HessianShare(KernelSpec spec) => Expr.One;

    public override IEnumerable<Refusal> Refuse(KernelSpec spec)
    {
        if (spec.Options.IsWritten(PosWeight) && spec.Has(KernelRole.PosWeights))
        {
            yield return new("PosWeight", "'PosWeight' gives a constant for the parameter 'posWeights'; choose one");
        }

        foreach (var refusal in LabelLosses.Refuse(spec))
        {
            yield return refusal;
        }
    }

    public override Expr RowLoss(KernelSpec spec) => Simplifier.Simplify(Expr.Sum(ElementLoss(spec)));

    public override Expr ElementLoss(KernelSpec spec)
    {
        var (yes, no) = Answers(spec);
        var (yesWeight, noWeight) = Shares(spec);
        return LabelLosses.Weighted(spec, Expr.MultiplyOrZero(yesWeight, yes) + Expr.MultiplyOrZero(noWeight, no));
    }

    // As a difference of two products, whose common quotient is taken once; the slopes are finite, so no 0 meets an infinity.
    public override Expr? RowGradient(KernelSpec spec)
    {
        var (yes, no) = Answers(spec);
        var (yesWeight, noWeight) = Shares(spec);
        return Simplifier.Simplify(LabelLosses.Weighted(spec, noWeight * Partials.Of(no, Inputs.Logit) - yesWeight * -Partials.Of(yes, Inputs.Logit)));
    }

    /// <summary>The losses where the right answer is yes and where it is no.</summary>
    protected abstract (Expr Yes, Expr No) Answers(KernelSpec spec);

    /// <summary>How much each answer is the right one.</summary>
    private static (Expr Yes, Expr No) Shares(KernelSpec spec)
    {
        double smoothing = spec.Options.LabelSmoothing;
        var target = Simplifier.Simplify((1 - smoothing) * Inputs.TargetProbability + smoothing / 2);
        Expr posWeight = spec.Has(KernelRole.PosWeights) ? Inputs.OfClass(KernelRole.PosWeights) : spec.Options[PosWeight];
        return (Simplifier.Simplify(posWeight * target), Simplifier.Simplify(1 - target));
    }
}
