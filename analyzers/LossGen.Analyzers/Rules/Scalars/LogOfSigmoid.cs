using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(sigmoid(x)) and log(1 − sigmoid(x)), whoever wrote the sigmoid.</summary>
internal sealed class LogOfSigmoid : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogOfSigmoid,
        "Logarithm of a sigmoid",
        "The logarithm of {0}; call {1} instead",
        Stability,
        "A sigmoid rounds to 0 and to 1, and the logarithm of that zero is −∞.");

    private static readonly Pattern Sigmoid = P.Guarded(P.As("sigmoid", P.Is(Op.Sigmoid, P.Any("x"))));

    private static readonly Pattern OfSigmoid = P.AnyLog(P.As("p", Sigmoid));

    private static readonly Pattern OfComplement = P.Either(
        P.AnyLog(P.As("p", P.Guarded(P.Is(Op.Sub, P.AboutOne(), Sigmoid)))),
        P.Is(Op.Log1p, P.As("p", P.Neg(Sigmoid))));

    private static readonly Pattern OfOutcome = P.AnyLog(P.As("p", P.Outcome(Sigmoid)));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log, Op.Log2, Op.Log10, Op.LogBase, Op.Log1p);

    public override Finding? Look(Site site)
    {
        if (OfOutcome.On(site.Value) is { } outcome)
        {
            return OfEither(site, outcome);
        }

        Match? match = OfSigmoid.On(site.Value);
        bool complement = match is null;
        match ??= OfComplement.On(site.Value);
        Precision precision = Precision.Of(site.ElementType, match?["sigmoid"] ?? site.Value);
        if (match is null || site.Facts.Positive(match["p"]) || site.Facts.Bound(match["sigmoid"], above: complement)
            || (complement ? Bounds.Above(match["x"], site.Facts, precision.Saturated) : Bounds.Below(match["x"], site.Facts, -precision.Overflow)))
        {
            return null;
        }

        if (site.Policy.AllowsEpsilons && !IsExact(Shape.WithoutPlace(match["p"]), complement))
        {
            return null;
        }

        string what = complement ? "1 − sigmoid(x) is −∞ from x = " + precision.Saturation + " on"
            : IsGradual(match["sigmoid"]) ? "a sigmoid loses its digits below x = −" + precision.ExpOverflow + " and is −∞ below −" + precision.Gap
            : "a sigmoid is −∞ below x = −" + precision.ExpOverflow;
        string call = site.IsTensor ? "logsigmoid" : "StableMath.LogSigmoid";
        return new Finding(IsExact(match["p"], complement) ? what : CutOff(what), complement ? call + "(−x)" : call + "(x)")
        {
            Cure = IsExact(match["p"], complement) && site.Value.Op is Op.Log or Op.Log1p ? CureOf(site, match["x"], complement) : null,
        };
    }

    private static string CutOff(string what) => what.Replace(" is −∞", " is cut off by the epsilon or clip, and without it −∞,");

    // y = 1 ? p : 1 − p, and then the logarithm
    private static Finding? OfEither(Site site, Match match)
    {
        Value p = match["p"];
        bool isExact = Shape.WithoutGuard(p).Equals(p) && Outcome.Probabilities(p).Contains(match["sigmoid"]);
        if (site.Facts.Positive(p) || (Bounds.Above(match["x"], site.Facts) && Bounds.Below(match["x"], site.Facts)) || (site.Policy.AllowsEpsilons && !isExact))
        {
            return null;
        }

        string call = site.IsTensor ? "logsigmoid" : "StableMath.LogSigmoid";
        string effect = isExact ? "is −∞" : "is cut off by the epsilon or clip, and without it −∞,";
        string limit = Precision.Of(site.ElementType, match["sigmoid"]).Saturation;
        return new Finding(
            "sigmoid(x), or of 1 − sigmoid(x), " + effect + " from |x| = " + limit + " on for one of the two", call + "(x) and " + call + "(−x)");
    }

    // 1/(1 + exp(−x)) is 0 once exp overflows, wherever it is written; exp(x)/(1 + exp(x)) gets there in steps.
    private static bool IsGradual(Value sigmoid) => sigmoid.Flags.HasFlag(ValueFlags.Naive) || sigmoid.Flags.HasFlag(ValueFlags.Gradual);

    private static bool IsExact(Value p, bool complement) => complement
        ? (p.Is(Op.Neg) && p.Args[0].Is(Op.Sigmoid)) || (p.Is(Op.Sub) && p.Args[0].IsConst(1) && p.Args[1].Is(Op.Sigmoid))
        : p.Is(Op.Sigmoid);

    private static Cure? CureOf(Site site, Value x, bool complement)
    {
        string sign = complement ? "-" : string.Empty;
        bool isStatic = site.Operation is IInvocationOperation { TargetMethod.IsStatic: true };
        return Cures.Call(site, !site.IsTensor ? "StableMath.LogSigmoid(" + sign + "$0)" : isStatic ? "functional.logsigmoid(" + sign + "$0)" : sign + "$0.log_sigmoid()", x);
    }
}
