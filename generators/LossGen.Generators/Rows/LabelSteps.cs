namespace LossGen.Generators.Rows;

/// <summary>
/// The stable form of a yes-or-no question: it is the softmax of the logits x and 0, whose largest exponential is 1 and whose other one is
/// e^−|x|. Written so that ±∞ gives the limits and every finite x the bits of that softmax.
/// </summary>
internal sealed class LabelSteps(Transform transform, LogitTransform logits, StepList steps)
{
    /// <summary>−log σ(x).</summary>
    public Expr NegLogP => Expr.Larger(Expr.Zero, -Logit) + LogTotal;

    /// <summary>−log σ(−x).</summary>
    public Expr NegLogQ => Expr.Larger(Expr.Zero, Logit) + LogTotal;

    /// <summary>The exponential of x itself, of the two.</summary>
    public Expr Yes => steps.Defined("yes", new Choose(IsLarger, Expr.One, Smaller), StepRole.OneOfTwo);

    /// <summary>The exponential of 0, as the sum of both but that of x: the softmax has it in this way too.</summary>
    public Expr No => steps.Defined("no", new Choose(IsLarger, Smaller, Total - Smaller), StepRole.OneOfTwo);

    public Expr Total => steps.Defined("both", 1 + Smaller, StepRole.SumOfTwo);

    private Expr Logit => transform.Temperature == 1
        ? logits.OfClass
        : steps.Defined("xScaled", logits.OfClass / transform.Temperature, StepRole.TemperedLogit);

    private Expr Smaller => steps.Defined("smaller", Expr.Exp(-Expr.Abs(Logit)), StepRole.SmallerOfTwo);

    private Expr LogTotal => steps.Defined("logBoth", Expr.Log1p(Smaller), StepRole.LogOfTwo);

    private Expr IsLarger => new Compare(CompareOp.GreaterOrEqual, Logit, Expr.Zero);
}
