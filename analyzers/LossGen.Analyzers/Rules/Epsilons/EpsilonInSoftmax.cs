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
            && site.Operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, RightOperand: var divisor }
            && SumIn(site, divisor) is { } sum
            ? new Finding { Cure = Cure.Of("Drop the epsilon", sum, sum.LeftOperand.Syntax.ToString()) }
            : null;
    }

    // s + eps, perhaps as what a variable was made with
    private static IBinaryOperation? SumIn(Site site, IOperation divisor)
    {
        IOperation sum = Terms.Bare(divisor);
        if (sum is ILocalReferenceOperation { Local: var local } && site.Writes.TryGetValue(local, out int writes) && writes == 1
            && Operands.BodyOf(sum).Descendants().OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(held => SymbolEqualityComparer.Default.Equals(held.Symbol, local)) is { Initializer.Value: { } value })
        {
            sum = Terms.Bare(value);
        }

        return HasEpsilon(sum) ? (IBinaryOperation)sum : null;
    }

    private static bool HasEpsilon(IOperation sum) =>
        sum is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, RightOperand: var right }
        && (right.ConstantValue is { HasValue: true, Value: double or float } || (Terms.NameOf(right) is { } name && Names.Say(Meaning.Epsilon, name)));
}
