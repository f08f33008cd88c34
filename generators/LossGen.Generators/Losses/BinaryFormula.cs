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

    public override IReadOnlyList<RoleUse> Roles =>
        [new(KernelRole.PosWeights, IsRequired: false), new(KernelRole.ElementWeights, IsRequired: false), new(KernelRole.ElementLosses, IsRequired: false)];

    // Those belong to a softmax over the classes.
    public override IReadOnlyList<KernelRole> Without => [KernelRole.Predictions, KernelRole.Correct, KernelRole.LogSumExp, KernelRole.Mask];

    public override string? WhyWithout(KernelRole role) => role == KernelRole.Mask
        ? "every label is a question of its own, and a logit of −∞ would answer it with no; an element weight of 0 leaves a label out ('elementWeights')"
        : null;

    public override Expr Probability => Primitives.OfLabel(PrimitiveKind.LabelP);

    public override Expr LogProbability => -Primitives.OfLabel(PrimitiveKind.LabelNegLogP);

    // Boosting libraries have no factor in front of their binary Hessians.
    public override Expr HessianShare(KernelSpec spec) => Expr.One;

    public override IEnumerable<Refusal> Refuse(KernelSpec spec)
    {
        if (spec.Options.IsWritten(PosWeight) && spec.Has(KernelRole.PosWeights))
        {
            yield return new("PosWeight", "'PosWeight' gives a constant for the parameter 'posWeights'; choose one");
        }

        if (spec.IsStrided && !spec.HasNumberTargets)
        {
            yield return new("Layout", "With 'Layout = Layout.ClassStride', labels are numbers; use a span of the logits' type, or leave out 'Layout'");
        }

        if (spec.Parameter(KernelRole.Targets) is { Item: "ulong" } && spec.Classes is { Constant: > 64 })
        {
            yield return new(null, "A mask of 64 bits holds up to 64 labels; use a span of bool or byte");
        }
    }

    public override Expr RowLoss(KernelSpec spec) => Simplifier.Simplify(Expr.Sum(ElementLoss(spec)));

    public override Expr ElementLoss(KernelSpec spec)
    {
        var (yes, no) = Answers(spec);
        var (yesWeight, noWeight) = Shares(spec);
        return Weighted(spec, Expr.MultiplyOrZero(yesWeight, yes) + Expr.MultiplyOrZero(noWeight, no));
    }

    // As a difference of two products, whose common quotient is taken once; the slopes are finite, so no 0 meets an infinity.
    public override Expr? RowGradient(KernelSpec spec)
    {
        var (yes, no) = Answers(spec);
        var (yesWeight, noWeight) = Shares(spec);
        return Simplifier.Simplify(Weighted(spec, noWeight * Partials.Of(no, Inputs.Logit) - yesWeight * -Partials.Of(yes, Inputs.Logit)));
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

    /// <summary>With the weights of the label and of the element, of which one of 0 silences whatever the logit is.</summary>
    private static Expr Weighted(KernelSpec spec, Expr both)
    {
        var ofLabel = spec.HasClassWeights ? Expr.MultiplyOrZero(Inputs.OfClass(KernelRole.ClassWeights), both) : both;
        return spec.Has(KernelRole.ElementWeights) ? Expr.MultiplyOrZero(Inputs.OfElement(KernelRole.ElementWeights), ofLabel) : ofLabel;
    }
}
