using System.Collections.Generic;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>What every loss of labels has in common, whether it is of the family or a user's own.</summary>
internal static class LabelLosses
{
    // Those belong to a softmax over the classes.
    public static IReadOnlyList<KernelRole> Without { get; } = [KernelRole.Predictions, KernelRole.Correct, KernelRole.LogSumExp, KernelRole.Mask];

    public static IReadOnlyList<RoleUse> Roles { get; } = [new(KernelRole.ElementWeights, IsRequired: false), new(KernelRole.ElementLosses, IsRequired: false)];

    public static Expr Probability { get; } = Primitives.OfLabel(PrimitiveKind.LabelP);

    public static Expr LogProbability { get; } = -Primitives.OfLabel(PrimitiveKind.LabelNegLogP);

    public static string? WhyWithout(KernelRole role) => role == KernelRole.Mask
        ? "every label is a question of its own, and a logit of −∞ would answer it with no; an element weight of 0 leaves a label out ('elementWeights')"
        : null;

    public static IEnumerable<Refusal> Refuse(KernelSpec spec)
    {
        if (spec.IsStrided && !spec.HasNumberTargets)
        {
            yield return new("Layout", "With 'Layout = Layout.ClassStride', labels are numbers; use a span of the logits' type, or leave out 'Layout'");
        }
    }

    /// <summary>With the weights of the label and of the element, of which one of 0 silences whatever the logit is.</summary>
    public static Expr Weighted(KernelSpec spec, Expr ofLabel)
    {
        var weighted = spec.HasClassWeights ? Expr.MultiplyOrZero(Inputs.OfClass(KernelRole.ClassWeights), ofLabel) : ofLabel;
        return spec.Has(KernelRole.ElementWeights) ? Expr.MultiplyOrZero(Inputs.OfElement(KernelRole.ElementWeights), weighted) : weighted;
    }
}
