using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Reductions;

/// <summary>exp(x) − max where exp(x − max) is meant.</summary>
internal sealed class ShiftOutsideExp : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.ShiftOutsideExp,
        "Maximum subtracted from the exponential instead of its argument",
        "The maximum of x is subtracted from exp(x) here, which is neither stable nor a softmax; subtract it inside: exp(x − max)",
        Stability,
        "exp(x) and the maximum of x have nothing to do with each other; a sum of such differences is no normaliser.");

    private static readonly Pattern Slip = P.Is(Op.Sub, P.Exp(P.Any("x")), P.Placed(P.Is(Op.MaxOf, P.Any("row"))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sub);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp);

    public override Finding? Look(Site site)
    {
        if (Slip.On(site.Value) is not { } slip || !Shape.SameUpToPlace(slip["x"], slip["row"]))
        {
            return null;
        }

        return new Finding { Cure = Inside(site.Operation) };
    }

    // exp(x) − max, as written, with the subtraction moved into the call
    private static Cure? Inside(IOperation difference)
    {
        if (difference is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } sub
            || Terms.Unwrapped(sub.LeftOperand) is not IInvocationOperation { Arguments: [var x] } exp)
        {
            return null;
        }

        string text = exp.Syntax.ToString();
        int at = x.Syntax.SpanStart - exp.Syntax.SpanStart;
        return Cure.Of(
            "Subtract the maximum inside (changes the result)", difference,
            text.Substring(0, at) + Terms.Primary(x.Value) + " - " + Terms.Primary(sub.RightOperand) + text.Substring(at + x.Syntax.Span.Length));
    }
}
