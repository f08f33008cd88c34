using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>Recognises p·log(p/q), a term of a Kullback-Leibler divergence, by what is multiplied and by what it is called.</summary>
internal static class Divergence
{
    /// <summary>What the term is multiplied by and divides, or null where it is another logarithm of a quotient.</summary>
    public static IOperation? WeightOf(Site log)
    {
        // What a function returns for the keys of a map is seldom 0.
        if (!Operands.IsCall(log.Operation) || Operands.Of(log.Operation) is not { } argument || Terms.Bare(argument) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient
            || Types.IsInteger(Terms.Bare(quotient.LeftOperand).Type) || Operands.IsCall(Terms.Bare(quotient.LeftOperand)))
        {
            return null;
        }

        var terms = Terms.Of(log.Operation);
        string context = terms.ContextIn(log.Owner);
        return terms.Factor is { } factor && Terms.AreAlike(factor, quotient.LeftOperand)
            && (Names.Say(Meaning.Divergence, context) || (Names.Say(Meaning.Loss, context) && Names.ArePair(Terms.NameOf(factor), Terms.NameOf(quotient.RightOperand)))) ? quotient.LeftOperand : null;
    }
}
