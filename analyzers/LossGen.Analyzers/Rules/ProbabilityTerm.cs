using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>The kinds of terms in which a logarithm of a probability occurs.</summary>
internal enum TermKind
{
    /// <summary>No sign that what the logarithm is taken of is a probability.</summary>
    None,

    /// <summary>y·log(p) + (1 − y)·log(1 − p)</summary>
    Binary,

    /// <summary>p·log(p), perhaps with (1 − p)·log(1 − p) beside it</summary>
    Entropy,

    /// <summary>y·log(p)</summary>
    CrossEntropy,

    /// <summary>−log(p)</summary>
    Likelihood,

    /// <summary>log(p) of the action that a policy has chosen, for a ratio or a gradient</summary>
    Policy,
}

/// <summary>Tells whether a logarithm belongs to a loss of probabilities.</summary>
internal static class ProbabilityTerm
{
    /// <summary>The kind of term that the logarithm is part of.</summary>
    /// <param name="site">The logarithm.</param>
    /// <param name="probability">What it is taken of, without epsilon.</param>
    public static TermKind KindOf(Site site, IOperation probability)
    {
        if (Types.IsInteger(Terms.Bare(probability).Type))
        {
            return TermKind.None;
        }

        var terms = Terms.Of(site.Operation);
        if (Terms.Bare(probability) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference)
        {
            return IsLoneComplement(difference, terms, site) ? TermKind.Likelihood : TermKind.None;
        }

        string context = terms.ContextIn(site.Owner);
        string? name = Terms.NameOf(probability);
        if (Names.Say(Meaning.OtherLoss, context) || IsAlsoATerm(terms.Outermost, probability, site.Operation))
        {
            return TermKind.None;
        }

        if (terms.Factor is { } factor)
        {
            bool hasTwin = HasTwin(terms.Outermost, probability) || HasTwinBeside(site.Operation, factor, probability)
                || (Names.Say(Meaning.Prediction, name) && HasTwinLambda(site.Operation, probability));
            return Terms.AreAlike(factor, probability) ? hasTwin || Names.Say(Meaning.Probability, name) || (Names.Say(Meaning.Entropy, context) && Names.MayBeProbability(name)) ? TermKind.Entropy : TermKind.None
                : hasTwin ? Names.IsDensity(context) ? TermKind.None : TermKind.Binary
                : Names.Say(Meaning.Target, Terms.NameOf(factor)) && IsPredictionOf(Terms.NameOf(factor), name, terms.IsNegated, context) ? TermKind.CrossEntropy
                : terms.IsNegated && Names.Say(Meaning.CrossEntropy, context) && AreOfOneClass(factor, probability) ? TermKind.CrossEntropy
                : terms.IsNegated && Names.Say(Meaning.Return, Terms.NameOf(factor)) && Names.Say(Meaning.Probability, name) && Names.Say(Meaning.Loss, context, Degree.Sure) ? TermKind.Likelihood
                : TermKind.None;
        }

        if (IsInBranches(site.Operation, probability) || (Names.Say(Meaning.Prediction, name) && HasTwinLambda(site.Operation, probability)))
        {
            return TermKind.Binary;
        }

        if (IsIndexed(probability) && Names.Say(Meaning.Policy, name) && Names.Say(Meaning.Probability, name) && Names.Say(Meaning.LogProbability, terms.Context))
        {
            return TermKind.Policy;
        }

        return terms.IsNegated && (IsLikely(name, context) || (IsIndexed(probability) && IsLikelyAtIndex(name, context, probability)))
            ? TermKind.Likelihood
            : TermKind.None;
    }

    /// <summary>The kind of term of a logarithm whose operand may have an epsilon added, or be clipped.</summary>
    public static TermKind KindOfGuarded(Site site) =>
        Operands.Of(site.Operation) is { } operand ? Guarded(operand).Select(part => KindOf(site, part)).FirstOrDefault(kind => kind is not TermKind.None) : TermKind.None;

    private static IEnumerable<IOperation> Guarded(IOperation operand)
    {
        yield return operand;
        IOperation bare = Terms.Bare(operand);
        IEnumerable<IOperation> inner = CalledOperator.Of(bare) is { Kind: BinaryOperatorKind.Add } sum ? new[] { sum.Left, sum.Right }
            : Operands.NameOf(bare) is "Max" or "Min" or "Clamp" or "Clip" or "clamp" or "clip" or "maximum" && WrittenCall.Of(bare) is { } clip
                ? clip.Arguments.Select(argument => argument.Value).Concat(clip.Receiver is { } receiver ? new[] { receiver } : Array.Empty<IOperation>())
            : Enumerable.Empty<IOperation>();
        foreach (IOperation part in inner.Where(part => !Terms.IsNumber(part)).SelectMany(Guarded))
        {
            yield return part;
        }
    }

    /// <summary>Whether the logarithm is negated, and of an element whose place is no loop's counter: the likelihood of the class that is right.</summary>
    public static bool IsOfChosenClass(Site site) => Terms.Of(site.Operation) is { IsNegated: true, Factor: null }
        && Shape.Any(site.Value.Arg(0), part => part.Is(Op.Element) && part.Arg(1).Op is not (Op.LoopVariable or Op.Const));

    // −log(p), by what p is called and by what is computed here.
    private static bool IsLikely(string? name, string context) =>
        (Names.Say(Meaning.Loss, context, Degree.Sure) && Names.Say(Meaning.Probability, name))
        || (Names.Say(Meaning.CrossEntropy, context) && Names.MayBeProbability(name));

    // An element is picked by a label or has the name of a prediction, which for a single number says too little.
    private static bool IsLikelyAtIndex(string? name, string context, IOperation probability) => Names.Say(Meaning.Loss, context, Degree.Sure)
        && (Names.Say(Meaning.Prediction, name) || (Names.MayBeProbability(name) && IsAtLabel(probability)));

    // A complement says that it is a number from 0 to 1, so that the name of a prediction is enough.
    private static bool IsLoneLikely(string? name, string context) => !Names.Say(Meaning.OtherLoss, context)
        && (IsLikely(name, context) || (Names.Say(Meaning.Loss, context, Degree.Sure) && Names.Say(Meaning.Prediction, name)));

    // log(1 − p) belongs to the log(p) beside it, unless there is none.
    private static bool IsLoneComplement(IBinaryOperation difference, Terms terms, Site site)
    {
        if (!Terms.IsNumber(difference.LeftOperand) || !terms.IsNegated || terms.Factor is not null
            || !IsLoneLikely(Terms.NameOf(difference.RightOperand), terms.ContextIn(site.Owner)))
        {
            return false;
        }

        return !Operands.BodyOf(site.Operation).Descendants().Any(operation => Operands.NameOf(operation) is "Log" or "log" && Operands.Of(operation) is { } argument && Terms.AreAlike(argument, difference.RightOperand));
    }

    // Where the method says that it is a cross-entropy, what is beside the target needs no name of its own.
    private static bool IsPredictionOf(string? target, string? name, bool isNegated, string context) =>
        Names.Say(Meaning.Prediction, name) ? isNegated || Names.Say(Meaning.Loss, context) || Names.ArePair(target, name)
        : Names.MayBeProbability(name) && (Names.Say(Meaning.CrossEntropy, context)
            || (isNegated && Names.Say(Meaning.Target, target, Degree.Certain) && Names.Say(Meaning.Loss, context, Degree.Sure)));

    // −p[i]·log(q[i]) and −a·log(b): in what is called a cross-entropy, two distributions have any names. That the two are
    // swapped is said elsewhere.
    private static bool AreOfOneClass(IOperation factor, IOperation probability)
    {
        (factor, probability) = (Terms.Bare(factor), Terms.Bare(probability));
        return Terms.NameOf(factor) is { } weight && Names.MayBeProbability(weight) && !Names.IsEstimate(weight)
            && Names.MayBeProbability(Terms.NameOf(probability))
            && (Terms.AreAtSamePlace(factor, probability)
                || factor is IParameterReferenceOperation && probability is IParameterReferenceOperation);
    }

    // mean − y·log(mean) is a Poisson loss.
    private static bool IsAlsoATerm(IOperation sum, IOperation part, IOperation log)
    {
        sum = Terms.Bare(sum);
        if (sum is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } binary)
        {
            return IsAlsoATerm(binary.LeftOperand, part, log) || IsAlsoATerm(binary.RightOperand, part, log);
        }

        return !ReferenceEquals(sum, log) && Terms.AreAlike(sum, part);
    }

    // y == 1 ? −log(p) : −log(1 − p), as an expression or as statements
    private static bool IsInBranches(IOperation log, IOperation probability)
    {
        for (IOperation? parent = log.Parent; parent is not null and not ILoopOperation and not IAnonymousFunctionOperation; parent = parent.Parent)
        {
            if (parent is IConditionalOperation)
            {
                return HasTwin(parent, probability);
            }
        }

        return false;
    }

    private static bool IsIndexed(IOperation operation) => Indexing.Of(Terms.Bare(operation)) is not null;

    // output[label], output[row + expected[i]]
    private static bool IsAtLabel(IOperation operation) => Indexing.Of(Terms.Bare(operation)) is var (_, indices)
        && indices.Any(index => index.DescendantsAndSelf().Any(part => Names.Say(Meaning.Target, Terms.NameOf(part), Degree.Certain)));

    // Somewhere beside it, log(1 − p).
    private static bool HasTwin(IOperation whole, IOperation probability)
    {
        foreach (IOperation operation in whole.DescendantsAndSelf())
        {
            if (Operands.NameOf(operation) is "Log" or "Log2" or "Log10" or "log" or "PointwiseLog" && Operands.Of(operation) is { } argument && IsComplement(argument, probability)
                && !IsOfCounts(operation))
            {
                return true;
            }
        }

        return false;
    }

    // k·log(p) + (n − k)·log(1 − p) is the likelihood of a count, whose p is a parameter.
    private static bool IsOfCounts(IOperation log) =>
        Terms.Of(log).Factor is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: var all } && !Terms.IsNumber(all);

    // left = y·log(p); right = (1 − y)·log(1 − p);
    private static bool HasTwinBeside(IOperation log, IOperation factor, IOperation probability)
    {
        IOperation? block = log.Parent;
        while (block is not null and not IBlockOperation)
        {
            block = block.Parent;
        }

        if (block is null || Terms.AreAlike(factor, probability))
        {
            return false;
        }

        foreach (IOperation operation in block.Descendants())
        {
            if (Operands.NameOf(operation) is "Log" or "log" && Operands.Of(operation) is { } argument && IsComplement(argument, probability)
                && Terms.Of(operation).Factor is { } rest && IsComplement(rest, factor))
            {
                return true;
            }
        }

        return false;
    }

    // left = predicted.Map(v => Math.Log(v)); right = predicted.Map(v => Math.Log(1 - v));
    private static bool HasTwinLambda(IOperation log, IOperation probability)
    {
        if (Terms.Bare(probability) is not IParameterReferenceOperation { Parameter: var element } || SequenceNames.SequenceOf(element) is not { } sequence)
        {
            return false;
        }

        foreach (IOperation operation in Operands.BodyOf(log).Descendants())
        {
            if (Operands.NameOf(operation) is "Log" or "log" && Operands.Of(operation) is { } argument
                && Terms.Bare(argument) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: var one, RightOperand: var rest } && Terms.IsNumber(one)
                && Terms.Bare(rest) is IParameterReferenceOperation { Parameter: var other } && SequenceNames.SequenceOf(other) == sequence)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOne(IOperation operation) => Terms.IsNumber(operation) || operation is IMemberReferenceOperation { Member.Name: "One" };

    private static bool IsComplement(IOperation argument, IOperation probability)
    {
        argument = Terms.Bare(argument);
        return CalledOperator.Of(argument) is { Kind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum && (
            (sum.Kind == BinaryOperatorKind.Subtract && IsOne(sum.Left) && Terms.AreAlike(sum.Right, probability))
            || IsComplement(sum.Left, probability) || IsComplement(sum.Right, probability));
    }
}
