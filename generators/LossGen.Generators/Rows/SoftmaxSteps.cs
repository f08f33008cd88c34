using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

/// <summary>
/// The stable form of everything that a softmax gives: with m the maximum and r the sum of the other exponentials, −log p_y = (m − x_y) +
/// log1p(r), and 1 − p_y is the sum of the other terms over 1 + r.
/// </summary>
internal sealed class SoftmaxSteps(Transform transform, LogitTransform logits, LogitSource source, StepList steps)
{
    public Expr Logit => source.Role == KernelRole.Logits ? logits.OfClass : steps.Load(InputKind.OfElement, source.Role);

    public Expr Max => steps.Reduced(Named("max"), ReduceOp.Max, Logit);

    /// <summary>e_k, of which the largest is exactly 1.</summary>
    public Expr Exponential => source switch
    {
        { Penalty: not null } => steps.Defined(
            Named("e"),
            new Choose(new Compare(CompareOp.Equal, PenalisedGap, Distance), Expr.One, Expr.Exp(Distance - PenalisedGap)),
            ExponentialRole),
        { Sharpness: 2 } => steps.Defined(Named("e"), Plain.Exponential * Plain.Exponential, ExponentialRole),
        _ => steps.Defined(Named("e"), Exponent(Logit), ExponentialRole),
    };

    /// <summary>(m − x_k)/T, the first part of −log p_k.</summary>
    public Expr Gap => source.Sharpness == 2
        ? steps.Defined(Named("gap"), 2 * Plain.Gap, StepRole.OtherGap)
        : steps.Defined(Named("gap"), GapOf(Logit), IsOwn ? StepRole.Gap : StepRole.OtherGap);

    /// <summary>Whether <see cref="WeightedDrop"/> can be had.</summary>
    public bool HasWeightedDrop => IsBounded && source is { Penalty: null, Sharpness: 1 };

    /// <summary>e_k·(x_k − m)/T, the product of an exponential and its own exponent: 0 where the exponential is.</summary>
    public Expr WeightedDrop => steps.Defined(Named("drop"), Exponential * Simplifier.Simplify((Bounded(Logit) - Max) / Temperature));

    /// <summary>r.</summary>
    public Expr Rest => transform.FineSum ? Fine.Sum : PlainRest;

    /// <summary>What the rounding of r left out, where it is known.</summary>
    public Expr RestError => transform.FineSum ? Fine.Error : Expr.Zero;

    public Expr Total => steps.Defined(Named("sum"), 1 + Rest);

    public Expr LogTotal => steps.Defined(Named("logSum"), Expr.Log1p(Rest));

    /// <summary>What is subtracted from the logits makes this softmax another one: how far each is below m with it.</summary>
    public Expr PenalisedGap => steps.Defined(Named("gap"), Plain.Gap + source.Penalty!, StepRole.PenalisedGap);

    public Expr Distance => steps.Reduced(Named("distance"), ReduceOp.Min, PenalisedGap);

    public Expr TargetExponential => source.Sharpness == 2
        ? steps.Defined(Named("eTarget"), Plain.TargetExponential * Plain.TargetExponential)
        : steps.Defined(Named("eTarget"), Exponent(logits.OfTarget));

    public Expr TargetNegLogP => steps.Defined(Named("nll"), (source.Sharpness == 2 ? Simplifier.Simplify(2 * Plain.GapOf(logits.OfTarget)) : GapOf(logits.OfTarget)) + LogTotal);

    /// <summary>p_y^q = exp(−q·n_y), the first part of n_y without its roundings: a large one would be amplified.</summary>
    public Expr TargetPower(double q) =>
        steps.Shared(Named("pPower"), new ExactExp(logits.OfTarget, Max, Temperature / q, IsBounded: false) * Expr.Exp(Simplifier.Simplify(-q * LogTotal)));

    /// <summary>The sum of the exponentials of all classes but the target.</summary>
    public Expr TargetOthers => steps.Defined(Named("othersTarget"), AllBut(TargetExponential));

    public Expr Others => steps.Defined(Named("othersOfClass"), AllBut(Exponential), StepRole.AllButOne);

    public Expr LogSumExp => steps.Defined(Named("lse"), Simplifier.Simplify(Max / Temperature) + LogTotal);

    /// <summary>The same logits without what makes this softmax another one.</summary>
    private SoftmaxSteps Plain => new(transform, logits, LogitSource.Main, steps);

    private Expr PlainRest => steps.Reduced(Named("others"), ReduceOp.SumOthers, Exponential);

    private FineSum Fine => new(steps, Exponential, PlainRest, source.Suffix);

    private double Temperature => source.IsTempered ? transform.Temperature : 1;

    /// <summary>A finite logit with the same exponential.</summary>
    private Expr Bounded(Expr logit) => Expr.Larger(Least, logit);

    private Expr Least => steps.Defined(Named("least"), new Least(Max, Temperature));

    /// <summary>Whether it is the kernel's own softmax, and not another one of the same or of other logits.</summary>
    private bool IsOwn => source == LogitSource.Main;

    private StepRole ExponentialRole => IsOwn ? StepRole.Exponential : StepRole.OtherExponential;

    private string Named(string name) => name + source.Suffix;

    private Expr GapOf(Expr logit) => Simplifier.Simplify((Max - logit) / Temperature);

    private bool IsBounded => transform is { IsExact: true, Bounded: true };

    private Expr Exponent(Expr logit) => transform.IsExact ? new ExactExp(IsBounded ? Bounded(logit) : logit, Max, Temperature, IsBounded) { IsFine = transform.Fine } : Expr.Exp(logit - Max);

    /// <summary>The sum of all exponentials but one. The largest is exactly 1, and without it the rest is known in full.</summary>
    private Expr AllBut(Expr exponential) => new Choose(new Compare(CompareOp.Equal, exponential, Expr.One), Rest, Total - exponential);
}
