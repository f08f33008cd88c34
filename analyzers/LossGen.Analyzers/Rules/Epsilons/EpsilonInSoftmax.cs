using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Epsilons;

/// <summary>e/(Σe + ε) with the maximum already subtracted.</summary>
internal sealed class EpsilonInSoftmax : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.EpsilonInSoftmax,
        "Epsilon in the denominator of a softmax",
        "The sum of shifted exponentials is at least 1: the epsilon only makes the probabilities sum to less; drop it",
        Epsilons,
        "One of the exponentials is exp(0).",
        DiagnosticSeverity.Hidden);

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Softmax, Op.Element);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp);

    public override Finding? Look(Site site)
    {
        Value softmax = site.Value.Is(Op.Element) ? site.Value.Args[0] : site.Value;
        return softmax.Is(Op.Softmax) && softmax.Flags == ValueFlags.None
            && DivisorOf(site) is { } divisor && SumIn(site, divisor) is { } sum
            ? new Finding { Cure = Cure.Of("Drop the epsilon", sum, sum.LeftOperand.Syntax.ToString()) }
            : null;
    }

    // e / d, e[i] /= d and Divide(e, d, p)
    private static IOperation? DivisorOf(Site site) => site.Operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, RightOperand: var divisor } => divisor,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Divide, Value: var divisor } => divisor,
        IInvocationOperation when site.Member is { Result.Op: Op.Div } => Operands.Argument(site, 1),
        _ => null,
    };

    // s + eps, perhaps as what a variable was made with
    private static IBinaryOperation? SumIn(Site site, IOperation divisor)
    {
        IOperation written = Terms.Bare(divisor);
        return Terms.Bare(Terms.MadeWith(site, written) ?? written) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
            && IsEpsilon(sum.RightOperand) ? sum : null;
    }

    private static bool IsEpsilon(IOperation term) => term.ConstantValue is { HasValue: true, Value: double or float }
        || (Terms.NameOf(term) is { } name && Names.Say(Meaning.Epsilon, name));
}
