using LossGen.Generators.Rows;
using LossGen.Generators.Specs;

namespace LossGen.Generators.Losses;

/// <summary>Σ (p_k − 1{k = y})², written without a difference: q_y² + Σ_{k≠y} p_k² (Brier 1950).</summary>
internal sealed class BrierFormula : LossFormula
{
    public override string Name => "BrierLoss";

    public override string Title => "Brier score";

    // Probabilities are squared, and terms of both signs are added: a rounding of x − m would count twice.
    public override bool NeedsExactExponentials(KernelSpec spec) => true;

    /// <summary>Σ_{k≠y} p_k².</summary>
    public static Expr OtherSquares { get; } = Expr.Sum(Expr.AtTarget(Expr.Zero, Primitives.P * Primitives.P));

    public override Expr RowLoss(KernelSpec spec) => OtherSquares + Primitives.TargetQ * Primitives.TargetQ;

    // The derived one subtracts 2·q_y from 2·p_y·q_y at the target, where only q_y² is left of both. Elsewhere it is 2·p_k·(p_k + p_y·q_y − Σ_{j≠y} p_j²);
    // of a class with more than half of the probability, p_k and its own square nearly cancel, and p_k·q_k is left of both.
    public override Expr? RowGradient(KernelSpec spec)
    {
        var dominates = new Compare(CompareOp.Greater, Primitives.P, Primitives.Q);
        var lesserSquares = Expr.Sum(Expr.AtTarget(Expr.Zero, new Choose(dominates, Expr.Zero, Primitives.P * Primitives.P)));
        var ofTarget = Primitives.TargetP * Primitives.TargetQ;
        return Expr.AtTarget(
            -2 * (Primitives.TargetP * (OtherSquares + Primitives.TargetQ * Primitives.TargetQ)),
            2 * (Primitives.P * new Choose(dominates, Primitives.P * Primitives.Q + (ofTarget - lesserSquares), Primitives.P + (ofTarget - OtherSquares))));
    }
}
