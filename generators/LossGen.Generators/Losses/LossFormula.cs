using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>A loss: what its attribute declares, and the formula of one row's value before the row's weight. Its gradient is derived.</summary>
internal abstract class LossFormula : LossDeclaration
{
    /// <summary>The loss of a row. For class indices without the class weight of the target, if <see cref="WeighsTarget"/>.</summary>
    public abstract Expr RowLoss(KernelSpec spec);

    /// <summary>The loss of one label, of a loss of labels: <see cref="RowLoss"/> is its sum.</summary>
    public virtual Expr? ElementLoss(KernelSpec spec) => null;

    /// <summary>How the literature prints the loss of a row, where the formula that is computed says it in another way.</summary>
    public virtual string? Text(KernelSpec spec) => null;

    /// <summary>The gradient of <see cref="RowLoss"/>, where the derived one is not the stable one; a test holds both against each other.</summary>
    public virtual Expr? RowGradient(KernelSpec spec) => null;

    /// <summary>
    /// Whether its terms have both signs, or its exponentials go into it with a power: then the roundings of x − m, which exp amplifies,
    /// are made good.
    /// </summary>
    public virtual bool NeedsExactExponentials(KernelSpec spec) => false;

    /// <summary>Whether a power multiplies also the last rounding of an exponential by more than its bound allows.</summary>
    public virtual bool NeedsFineExponentials(KernelSpec spec) => false;

    /// <summary>Whether a high power of the sum of the other exponentials is taken, which multiplies the roundings of the additions.</summary>
    public virtual bool NeedsFineSum(KernelSpec spec) => false;

    /// <summary>Whether the whole loss is multiplied by the class weight of the target; otherwise the formula sees to it.</summary>
    public virtual bool WeighsTarget(KernelSpec spec) => spec.HasIndexTargets;

    /// <summary>p_k, as the output <c>probabilities</c> has it.</summary>
    public virtual Expr Probability => Primitives.P;

    /// <summary>log p_k, as the output <c>logProbabilities</c> has it.</summary>
    public virtual Expr LogProbability => -Primitives.NegLogP;

    /// <summary>m of an angular margin at the target.</summary>
    public virtual int AngularMargin(KernelSpec spec) => 1;

    /// <summary>What the Hessian's convention multiplies p·q with: the factors belong to softmaxes.</summary>
    public virtual Expr HessianShare(KernelSpec spec) => spec.Options.Hessian switch
    {
        HessianConvention.XGBoost => 2,
        HessianConvention.LightGBM => Simplifier.Simplify(CountOfClasses.Of(spec.Classes) / (CountOfClasses.Of(spec.Classes) - 1)),
        _ => 1,
    };

    /// <summary>The gradient of a function of n_y with this slope: slope·p_k, or −slope·q_y at the target.</summary>
    protected static Expr ThroughTarget(Expr slope) => Expr.AtTarget(-(slope * Primitives.TargetQ), slope * Primitives.P);

    /// <summary>The value in nats or bits.</summary>
    protected static Expr InUnit(KernelSpec spec, Expr nats) => spec.Options[LossOption.Unit] == (int)Unit.Bits ? 1 / System.Math.Log(2) * nats : nats;
}
