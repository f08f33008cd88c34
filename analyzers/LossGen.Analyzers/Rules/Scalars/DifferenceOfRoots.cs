using System.Collections.Immutable;
using System.Globalization;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>sqrt(x + c) − sqrt(x).</summary>
internal sealed class DifferenceOfRoots : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.DifferenceOfRoots,
        "Difference of square roots of neighbours",
        "sqrt(x + {0}) − sqrt(x) has few digits for large x; write {0}/(sqrt(x + {0}) + sqrt(x)) instead",
        Accuracy,
        "The two roots agree in all leading digits, and the difference keeps what is left.",
        DiagnosticSeverity.Info);

    private static readonly Pattern Pattern = P.Is(Op.Sub, P.Is(Op.Sqrt, P.Is(Op.Add, P.Any("x"), P.Any("c"))), P.Is(Op.Sqrt, P.Any("x")));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sub);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Sqrt);

    public override Finding? Look(Site site) => site.Operation is IBinaryOperation && Pattern.On(site.Value) is { } match && match["c"].Is(Op.Const) && !match["x"].Is(Op.Const)
        ? new Finding(match["c"].Number.ToString("R", CultureInfo.InvariantCulture)) { Cure = CureOf(site, match["c"].Number) }
        : null;

    // x and x + c are not both 0: the sum of their roots is not 0 where it is a number.
    private static Cure? CureOf(Site site, double c)
    {
        var difference = (IBinaryOperation)site.Operation;
        if (c == 0 || Terms.Unwrapped(difference.LeftOperand) is not IInvocationOperation left || Terms.Unwrapped(difference.RightOperand) is not IInvocationOperation right)
        {
            return null;
        }

        string number = c.ToString("R", CultureInfo.InvariantCulture) + (site.ElementType?.SpecialType == SpecialType.System_Single ? "f" : string.Empty);
        return Cure.Of("Divide by the sum of the roots", difference, number + " / (" + left.Syntax + " + " + right.Syntax + ")");
    }
}
