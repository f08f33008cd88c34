using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>exp(x) − 1, which has few digits for small x and none for tiny ones.</summary>
internal sealed class ExpMinusOne : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.ExpMinusOne,
        "exp(x) − 1 loses small arguments",
        "exp(x) − 1 is 0 for |x| below {0} and has few digits for small x; call {1} instead",
        Accuracy,
        "exp(x) is rounded to the digits of a number near 1, and the difference keeps what is left.",
        DiagnosticSeverity.Info);

    private static readonly Pattern Pattern = P.Either(
        P.Is(Op.Sub, P.Exp(P.Any("x")), P.Number(1)), P.Is(Op.Add, P.Exp(P.Any("x")), P.Number(-1)));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sub, Op.Add);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp);

    public override Finding? Look(Site site)
    {
        if (site.Operation is not IBinaryOperation || Pattern.On(site.Value) is not { } match || match["x"].Is(Op.Const)
            || Surroundings.IsPower(match["x"]) || Surroundings.IsInLogarithm(site.Operation) || IsOverSum(site.Operation)
            || SmallArguments.AreHarmless(site, match["x"]))
        {
            return null;
        }

        return new Finding(Precision.Of(site.ElementType).Unit, site.IsTensor ? "expm1" : "StableMath.Expm1")
        {
            Cure = Cures.Call(site, site.IsTensor ? "$0.expm1()" : "StableMath.Expm1($0)", match["x"]),
        };
    }

    // (exp(x) − 1)/(exp(x) + 1), with or without a factor, is a matter of its own.
    private static bool IsOverSum(IOperation difference)
    {
        IOperation? parent = difference.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply })
        {
            parent = parent.Parent;
        }

        if (parent is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, RightOperand: var divisor })
        {
            return false;
        }

        while (divisor is IConversionOperation or IParenthesizedOperation)
        {
            divisor = divisor is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)divisor).Operand;
        }

        return divisor is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add };
    }
}
