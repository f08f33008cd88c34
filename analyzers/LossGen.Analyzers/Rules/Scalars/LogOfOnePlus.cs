using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(1 + x) where x is small by its name: a rate, a difference, an epsilon.</summary>
internal sealed class LogOfOnePlus : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogOfOnePlus,
        "log(1 + x) loses small x",
        "log(1 + x) is 0 for |x| below {0} and has few digits for small x; call {1} instead",
        Accuracy,
        "1 + x is rounded to the digits of a number near 1, and the logarithm keeps what is left.",
        DiagnosticSeverity.Info);

    private static readonly Pattern Pattern = P.Either(
        P.Is(Op.Log, P.Is(Op.Add, P.Number(1), P.Any("x"))), P.Is(Op.Log, P.Is(Op.Sub, P.Number(1), P.As("x", P.Any("x")))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Log);

    // Counts, frequencies and errors are added to 1 as well, and are not small: only a name tells.
    public override Finding? Look(Site site)
    {
        if (!site.Value.Is(Op.Log) || Pattern.On(site.Value) is not { } match || match["x"].Is(Op.Const) || Surroundings.IsPower(match["x"])
            || !Operands.IsCall(site.Operation) || Operands.Of(site.Operation) is not IBinaryOperation sum)
        {
            return null;
        }

        IOperation small = Terms.IsNumber(sum.LeftOperand) ? sum.RightOperand : sum.LeftOperand;
        return Names.Say(Meaning.Small, SmallName(small)) && !Names.Say(Meaning.OnScreen, SmallName(small)!) && !SmallArguments.AreHarmless(site, match["x"])
            ? new Finding(Precision.Of(site.ElementType).Unit, site.IsTensor ? "log1p" : "StableMath.Log1p")
            {
                Cure = Cures.Call(site, site.IsTensor ? "$0.log1p()" : "StableMath.Log1p($0)", match["x"]),
            }
            : null;
    }

    // rate, rate / n, rate · dt
    private static string? SmallName(IOperation operation)
    {
        operation = Terms.Bare(operation);
        return operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Multiply } product
            ? SmallName(product.LeftOperand)
            : Terms.NameOf(operation);
    }
}
