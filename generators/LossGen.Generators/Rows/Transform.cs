using LossGen.Generators.Specs;

namespace LossGen.Generators.Rows;

/// <summary>What happens to a logit before the softmax: x + b (rounded), then c·tanh(·/c), then a division of the difference to the maximum by T.</summary>
/// <param name="Classes">Logits per row.</param>
/// <param name="HasBias">Whether a bias per class is added.</param>
/// <param name="Softcap">c, or 0 for none.</param>
/// <param name="Temperature">T.</param>
/// <param name="Margin">m of an angular margin at the target; 1 for none.</param>
/// <param name="Compensated">
/// Whether the exponentials also carry the rounding of x − m. A third slower: for losses whose bound allows no share for the gap.
/// </param>
/// <param name="HasMask">Whether a logit of −∞ is a class that is excluded, which a softcap would bring back.</param>
/// <param name="Fine">Whether high powers of the exponentials are taken.</param>
/// <param name="FineSum">Whether the sum of the other exponentials is needed to more digits than it is rounded to.</param>
/// <param name="Bounded">Whether those exponentials are multiplied by their own gaps, which therefore must be finite where nothing is left of an exponential.</param>
internal sealed record Transform(
    ClassCount Classes,
    bool HasBias = false,
    double Softcap = 0,
    double Temperature = 1,
    int Margin = 1,
    bool Compensated = false,
    bool Bounded = false,
    bool HasMask = false,
    bool Fine = false,
    bool FineSum = false)
{
    /// <summary>With a temperature, two roundings would be amplified where the bound allows for one.</summary>
    public bool IsExact => Compensated || Temperature != 1;

    /// <summary>Whether the derivative with respect to a logit is that of the transformed one times a slope.</summary>
    public bool HasSlope => Softcap > 0 || Margin > 1;
}

/// <summary>The transformed logits, for class k and for the target, and the derivative of the transform.</summary>
internal sealed class LogitTransform(Transform transform, StepList steps)
{
    public Expr OfClass => transform.Margin > 1
        ? steps.Defined(
            "f",
            new Choose(
                new Compare(CompareOp.Equal, steps.Load(InputKind.ClassIndex), steps.Load(InputKind.TargetIndex)),
                OfTarget,
                Biased(ofTarget: false)),
            StepRole.MarginLogit)
        : Capped(Biased(ofTarget: false), "z");

    public Expr OfTarget => transform.Margin > 1 ? Margin.Logit : Capped(Biased(ofTarget: true), "zTarget");

    private AngularMargin Margin => new(transform.Margin, Biased(ofTarget: true), steps);

    public Expr Slope(bool ofTarget)
    {
        if (transform.Margin > 1)
        {
            return ofTarget ? Margin.Slope : Expr.One;
        }

        var size = Expr.Abs(Biased(ofTarget)) * (-2 / transform.Softcap);
        var u = steps.Defined(ofTarget ? "uTarget" : "u", Expr.Exp(size), StepRole.CapSlope);
        return steps.Defined(ofTarget ? "slopeTarget" : "slope", 4 * u / ((1 + u) * (1 + u)), StepRole.CapSlope);
    }

    private Expr Biased(bool ofTarget)
    {
        var logit = steps.Load(ofTarget ? InputKind.TargetLogit : InputKind.Logit);
        return transform.HasBias
            ? steps.Defined(
                ofTarget ? "xbTarget" : "xb",
                logit + steps.Load(ofTarget ? InputKind.OfTarget : InputKind.OfClass, KernelRole.LogitBias),
                StepRole.BiasedLogit)
            : logit;
    }

    private Expr Capped(Expr logit, string name)
    {
        var capped = transform.Softcap * Expr.Tanh(logit / transform.Softcap);
        return transform.Softcap == 0 ? logit
            : !transform.HasMask ? steps.Defined(name, capped, StepRole.CappedLogit)
            : steps.Defined(
                name,
                new Choose(new Compare(CompareOp.Equal, logit, double.NegativeInfinity), double.NegativeInfinity, capped),
                StepRole.CappedLogit);
    }
}
