using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Reductions;

/// <summary>exp(x)/Σ exp(x) written by hand, with nothing subtracted before.</summary>
internal sealed class SoftmaxWithoutShift : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SoftmaxWithoutShift,
        "Softmax without max shift",
        "This softmax does not subtract the largest x: it is NaN once an x exceeds {0}, or once all are below −{1}; call {2} instead",
        Stability,
        "Subtracting the largest x from all of them changes nothing but the range: no exponential overflows, and the sum is at least 1.");

    // Its derivative, (e·Σ − e²)/Σ², overflows in the same place, and earlier.
    private static readonly Pattern Derivative = P.Is(
        Op.Div,
        P.Is(Op.Sub, P.Is(Op.Mul, Exponential(), P.Any("sum")), P.Either(P.Is(Op.Mul, Exponential(), P.Any("exp")), P.Is(Op.Pow, Exponential(), P.Number(2)))),
        P.Either(P.Is(Op.Mul, P.Any("sum"), P.Any("sum")), P.Is(Op.Pow, P.Any("sum"), P.Number(2))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Softmax, Op.Element, Op.Div, Op.Add);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp);

    public override Finding? Look(Site site)
    {
        bool isDerivative = site.Value.Is(Op.Div);
        Value? quotient = isDerivative ? SoftmaxIn(site.Value) : site.Value.Is(Op.Add) ? LastShare(site.Value) : site.Value;
        if (quotient is null)
        {
            return null;
        }

        Value softmax = quotient.Is(Op.Element) ? quotient.Args[0] : quotient;
        if (!softmax.Is(Op.Softmax) || !softmax.Flags.HasFlag(ValueFlags.Unshifted) || !Surroundings.IsQuotient(site)
            || IsLimited(softmax.Args[0], site.Facts, Precision.Of(site.ElementType).Overflow) || Surroundings.IsInLogarithm(site.Operation))
        {
            return null;
        }

        Precision precision = Precision.Of(site.ElementType);
        string function = site.IsTensor ? "softmax" : "StableMath.Softmax";
        if (isDerivative)
        {
            return new Finding(precision.ExpOverflow, precision.Gap, function + ", and multiply p by 1 − p,");
        }

        return new Finding(precision.ExpOverflow, precision.Gap, function)
        {
            // The largest of all is not the largest of those that a mask lets through.
            Cure = softmax.Args[0].Is(Op.Choose) ? null : site.IsTensor ? OfTensor(site, softmax.Args[0]) : OfLoop(site),
        };
    }

    private static Pattern Exponential() => P.As("exp", P.Placed(P.Exp(P.Any("x"))));

    // The shares summed up so far, as where an action is drawn.
    private static Value? LastShare(Value sum) =>
        sum is { Args: [{ Op: Op.Div, Args: [{ Op: Op.LoopVariable }, _] }, var share] } ? share : null;

    private static Value? SoftmaxIn(Value derivative) => Derivative.On(derivative) is { } match ? Quotients.Recognise(match["exp"], match["sum"]) : null;

    // A minus is no proof of anything, but energies and distances carry one, and those are not far below zero.
    private static bool IsLimited(Value x, Facts facts, double most) =>
        Shift.IsShifted(x) || Bounds.Above(x, facts, most) || Surroundings.IsPower(x) || IsNegated(x) || facts.Checked(Value.Of(Op.Sum, Value.Of(Op.Exp, x)));

    /// <summary>Whether the exponents carry a minus.</summary>
    public static bool IsNegated(Value x)
    {
        x = Shape.WithoutPlace(x);
        return x.Op switch
        {
            Op.Neg => true,
            Op.Tuple => x.Args.Any(IsNegated),
            Op.Choose => x.Args.Skip(1).Any(score => !score.Is(Op.Const) && IsNegated(score)),
            Op.Const => x.Number < 0,
            Op.Mul => IsNegated(x.Args[0]) || IsNegated(x.Args[1]),
            Op.Div => IsNegated(x.Args[0]) || (x.Args[1].Is(Op.Const) && x.Args[1].Number < 0),
            _ => false,
        };
    }

    // e / e.sum(dim, true), over one written dimension that the sum keeps: otherwise the quotient was of other shapes.
    private static Cure? OfTensor(Site site, Value x) =>
        site.Operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, RightOperand: IInvocationOperation { TargetMethod.Name: "sum" } sum }
        && sum.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Skip(sum.TargetMethod.IsStatic ? 1 : 0).ToArray() is [{ Parameter.Name: "dim" } dim, { Parameter.Name: "keepdim" } kept]
        && kept.Value.ConstantValue is { HasValue: true, Value: true }
            ? Cures.Call(site, "$0.softmax(" + dim.Syntax + ")", x)
            : null;

    // The fix reads the loops: y[i] /= sum may end three that one call replaces.
    private static Cure? OfLoop(Site site) =>
        !Cures.IsExpression(site) ? null
            : Cure.Of(site.Operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide } ? Rebuilding.Softmax : Rebuilding.ShiftByMaximum, site.Operation.Syntax);
}
