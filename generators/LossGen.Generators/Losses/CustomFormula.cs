using System.Collections.Generic;
using System.Linq;
using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>A loss that a user wrote: the formula is read from the method that the attribute names.</summary>
/// <param name="isBinary">Whether it is one of labels.</param>
/// <param name="custom">The formula; none before it was read.</param>
internal sealed class CustomFormula(bool isBinary, CustomLoss? custom = null) : LossFormula
{
    public override string Name => isBinary ? "CustomBinaryLoss" : "CustomLoss";

    public override string Title => custom is null ? "loss" : "loss '" + custom.Name + "'";

    public override CustomLoss? Custom => custom;

    public bool IsBinary => isBinary;

    public override TargetKinds Targets => custom?.Targets ?? (isBinary ? TargetKinds.Labels : TargetKinds.Indices | TargetKinds.Numbers);

    public override IReadOnlyList<RoleUse> Roles =>
        [
            .. custom is null ? [] : custom.Parameters.Select(parameter => new RoleUse(parameter.Role)),
            .. isBinary ? LabelLosses.Roles : [],
        ];

    public override IReadOnlyList<KernelRole> Without => isBinary ? LabelLosses.Without : [];

    public override string? WhyWithout(KernelRole role) => isBinary ? LabelLosses.WhyWithout(role) : null;

    public override Expr Probability => isBinary ? LabelLosses.Probability : base.Probability;

    public override Expr LogProbability => isBinary ? LabelLosses.LogProbability : base.LogProbability;

    public override bool NeedsExactExponentials(KernelSpec spec) => !isBinary && (spec.HasNumberTargets || !IsLinear(Written));

    public override Expr HessianShare(KernelSpec spec) => isBinary ? Expr.One : base.HessianShare(spec);

    public override IEnumerable<Refusal> Refuse(KernelSpec spec)
    {
        if (!isBinary && spec.HasClassWeights && !spec.HasIndexTargets)
        {
            yield return new(
                null,
                "Class weights multiply the loss of a row by the weight of its class index, and there is none; "
                    + "write weights into the formula as a 'Func<int, double>'"
            );
        }

        foreach (var refusal in isBinary ? LabelLosses.Refuse(spec) : [])
        {
            yield return refusal;
        }
    }

    public override Expr RowLoss(KernelSpec spec) =>
        ElementLoss(spec) is { } element ? Simplifier.Simplify(Expr.Sum(element)) : Written;

    private Expr Written => (Expr)custom!.Loss;

    public override Expr? ElementLoss(KernelSpec spec) => isBinary ? LabelLosses.Weighted(spec, Written) : null;

    /// <summary>Whether every n, p and q stands alone in its term: then an error of an exponential is not amplified.</summary>
    private static bool IsLinear(Expr expr) =>
        expr switch
        {
            Binary { Op: BinaryOp.Multiply or BinaryOp.MultiplyOrZero } product => IsLinear(product.Left)
                && IsLinear(product.Right)
                && !(DependsOnLogits(product.Left) && DependsOnLogits(product.Right)),
            Binary { Op: BinaryOp.Divide } quotient => IsLinear(quotient.Left) && !DependsOnLogits(quotient.Right),
            Unary { Op: UnaryOp.Negate } negation => IsLinear(negation.Operand),
            Unary or Power => !DependsOnLogits(expr),
            Binary sum => IsLinear(sum.Left) && IsLinear(sum.Right),
            Choose choice => IsLinear(choice.Then) && IsLinear(choice.Otherwise),
            ClassSum sum => IsLinear(sum.Body)
                && !sum.Body.DescendantsAndSelf().Any(part => part is Primitive { Kind: PrimitiveKind.P or PrimitiveKind.Q }),
            _ => true,
        };

    private static bool DependsOnLogits(Expr expr) => expr.DescendantsAndSelf().Any(part => part is Primitive);
}
