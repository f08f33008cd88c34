using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(exp(a) + exp(b)) and log(exp(a) − exp(b)), and log(exp(a) − 1), the inverse of softplus.</summary>
internal sealed class LogOfTwoExps : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogOfTwoExps,
        "Logarithm of a sum or difference of two exponentials",
        "{0} is infinite or NaN once {1} exceeds {2}{3}; call {4} instead",
        Stability,
        "The exponentials leave the range of the type long before the logarithm of their sum or difference does.");

    private static readonly Pattern Sum = P.Is(Op.Log, P.Is(Op.Add, P.Placed(P.Exp(P.Any("a"))), P.Placed(P.Exp(P.Any("b")))));

    private static readonly Pattern Difference = P.Is(Op.Log, P.Is(Op.Sub, P.Placed(P.Exp(P.Any("a"))), P.Placed(P.Exp(P.Any("b")))));

    private static readonly Pattern LessOne = P.Either(
        P.Is(Op.Log, P.Is(Op.Sub, P.Placed(P.Exp(P.Any("a"))), P.Number(1))),
        P.Is(Op.Log, P.Is(Op.Add, P.Placed(P.Exp(P.Any("a"))), P.Number(-1))),
        P.Is(Op.Log, P.Is(Op.Expm1, P.Any("a"))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log);

    public override Finding? Look(Site site)
    {
        Precision precision = Precision.Of(site.ElementType);
        if (LessOne.On(site.Value) is { } inverse)
        {
            return site.IsTensor || IsLimited(inverse["a"], site.Facts) ? null
                : new Finding("log(exp(x) − 1)", "x", precision.ExpOverflow, $" and −∞ for 0 < x < {precision.Unit}", "StableMath.LogSubExp(x, 0)")
                {
                    Cure = site.Value.Args[0].Is(Op.Expm1) ? null : Cures.Call(site, "StableMath.LogSubExp($0, 0)", inverse["a"]),
                };
        }

        bool sum = Sum.On(site.Value) is not null;
        if ((Sum.On(site.Value) ?? Difference.On(site.Value)) is not { } match || (site.IsTensor && !sum)
            || (IsLimited(match["a"], site.Facts) && IsLimited(match["b"], site.Facts)) || AreShifted(match["a"], match["b"]))
        {
            return null;
        }

        string name = sum ? "LogAddExp" : "LogSubExp";
        string function = site.IsTensor ? "torch.logaddexp" : "StableMath." + name;
        return new Finding("log(exp(a) " + (sum ? "+" : "−") + " exp(b))", "one", precision.ExpOverflow, $" or both are below −{precision.Gap}", function)
        {
            Cure = Cures.Call(site, function + "($0, $1)", match["a"], match["b"]),
        };
    }

    // Whatever is subtracted from both may be their maximum; from one of them, it has to be called one.
    private static bool AreShifted(Value a, Value b) => Shift.IsCertain(a) || Shift.IsCertain(b) || (Shift.IsShifted(a) && Shift.IsShifted(b));

    private static bool IsLimited(Value x, Facts facts) => x.Is(Op.Const) || Bounds.Above(x, facts) || Surroundings.IsPower(x);
}
