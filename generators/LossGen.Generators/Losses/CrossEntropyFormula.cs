using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>
/// (1 − ε)·w_y·n_y + (ε/K)·Σ w_k n_k for a class index y; Σ w_k t′_k n_k with t′ = (1 − ε)·t + ε/K for probabilities t
/// (Szegedy et al. 2016, arXiv 1512.00567 §7; weights as in PyTorch).
/// </summary>
internal sealed class CrossEntropyFormula : LossFormula
{
    public override string Name => "CrossEntropy";

    public override string Title => "cross-entropy";

    public override TargetKinds Targets => TargetKinds.Indices | TargetKinds.Numbers;

    // The smoothed terms have class weights of their own.
    public override bool WeighsTarget(KernelSpec spec) => false;

    public override bool NeedsExactExponentials(KernelSpec spec) => !spec.HasIndexTargets;

    public override Expr RowLoss(KernelSpec spec)
    {
        double smoothing = spec.Options.LabelSmoothing;
        Expr kept = 1 - smoothing;
        var spread = Simplifier.Simplify(smoothing / CountOfClasses.Of(spec.Classes));
        bool weighted = spec.HasClassWeights;
        var classWeight = weighted ? Inputs.OfClass(KernelRole.ClassWeights) : Expr.One;

        if (!spec.HasIndexTargets)
        {
            var target = kept * Inputs.TargetProbability + spread;
            return Simplifier.Simplify(Expr.Sum(Expr.MultiplyOrZero(classWeight * target, Primitives.NegLogP)));
        }

        var targetWeight = weighted ? Inputs.OfTarget(KernelRole.ClassWeights) : Expr.One;
        // A weight of 0 takes an infinite term away too, and leaves the others.
        var share = Simplifier.Simplify(kept * targetWeight);
        var hit = weighted && KeptRows.LeavesSomething(spec) ? Expr.MultiplyOrZero(share, Primitives.TargetNegLogP) : share * Primitives.TargetNegLogP;
        var all = Expr.Sum(Expr.MultiplyOrZero(spread * classWeight, Primitives.NegLogP));
        return Simplifier.Simplify(hit + all);
    }
}
