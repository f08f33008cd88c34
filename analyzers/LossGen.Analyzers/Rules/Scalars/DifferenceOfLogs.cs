using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(n + 1) − log(n).</summary>
internal sealed class DifferenceOfLogs : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.DifferenceOfLogs,
        "Difference of logarithms of neighbours",
        "log(n + 1) − log(n) has few digits for large n and is 0 from {0} on; call {1}(1.0 / n) instead",
        Accuracy,
        "The two logarithms agree in all leading digits, and the difference keeps what is left.",
        DiagnosticSeverity.Info);

    private static readonly Pattern Pattern = P.Is(Op.Sub, P.Is(Op.Log, P.Is(Op.Add, P.Number(1), P.Any("n"))), P.Is(Op.Log, P.Any("n")));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sub);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Log);

    public override Finding? Look(Site site) => site.Operation is IBinaryOperation && Pattern.On(site.Value) is { } match && !match["n"].Is(Op.Const)
        ? new Finding(site.ElementType?.SpecialType == SpecialType.System_Single ? "1E7" : "1E16", "StableMath.Log1p") { Cure = CureOf(site) }
        : null;

    // Of a negative number both logarithms are NaN; the quotient is none.
    private static Cure? CureOf(Site site)
    {
        if (Terms.Unwrapped(((IBinaryOperation)site.Operation).RightOperand) is not IInvocationOperation { Arguments.Length: 1 } logarithm || Operands.Of(logarithm) is not { } n)
        {
            return null;
        }

        string quotient = (site.ElementType?.SpecialType == SpecialType.System_Single ? "1f / " : "1.0 / ") + Terms.Primary(n);
        return Cure.Of("Call StableMath.Log1p (for " + Cure.Named(n) + " > 0)", site.Operation, "StableMath.Log1p(" + quotient + ")");
    }
}
