using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Rules.Epsilons;
using LossGen.Analyzers.Rules.Kernels;
using LossGen.Analyzers.Rules.Labels;
using LossGen.Analyzers.Rules.Libraries;
using LossGen.Analyzers.Rules.Losses;
using LossGen.Analyzers.Rules.Models;
using LossGen.Analyzers.Rules.Reductions;
using LossGen.Analyzers.Rules.Scalars;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Rules;

/// <summary>All rules, most specific first: the first that has something to say about a site is the only one that speaks.</summary>
internal static class Catalog
{
    public static ImmutableArray<Rule> All { get; } = ImmutableArray.Create<Rule>(
        new LogOfSoftmax(),
        new LogOfSigmoid(),
        new SoftmaxWithWrongShift(),
        new LogSumExpWithoutShift(),
        new NaiveSoftplus(),
        new LogOneMinusExp(),
        new LogOfCosh(),
        new LogOfTwoExps(),
        new ExpAndLogCancel(),
        new SoftmaxWithoutShift(),
        new SigmoidAsQuotient(),
        new TanhAsQuotient(),
        new QuotientOfInfinities(),
        new ShiftOutsideExp(),
        new LogitsBeforeNll(),
        new ProbabilityOutOfRange(),
        new EpsilonBehindClip(),
        new DroppedResult(),
        new EpsilonInCrossEntropy(),
        new ExpMinusOne(),
        new LogOfOnePlus(),
        new OneMinusSigmoid(),
        new GuardWithoutEffect(),
        new LogOfProbability(),
        new LogOfProduct(),
        new DifferenceOfLogs(),
        new NaiveHypot(),
        new DifferenceOfRoots(),
        new PowerOfE(),
        new LogByBase(),
        new LongFloatSum(),
        new NaiveVariance(),
        new HalfConstant(),
        new EpsilonInSoftmax(),
        new GradientDividesByProbability(),
        new MaskedRow(),
        new SoftmaxBeforeCrossEntropy(),
        new NegativeLabels(),
        new BoundedLogits(),
        new SigmoidBeforeBce(),
        new SoftmaxBeforeNll(),
        new ProbabilitiesIntoKlDiv(),
        new KlDivLogTarget(),
        new ExpOfLogSoftmax(),
        new LogSoftmaxByHand(),
        new KlDivOverElements(),
        new DistillationScale(),
        new SoftmaxOverRows(),
        new LossOfSequences(),
        new OtherAxis(),
        new FocalPower(),
        new KerasFromLogits(),
        new StackedActivations(),
        new SoftmaxOfOne(),
        new SoftmaxThatIsSigmoid(),
        new UnneededBeforeSoftmax(),
        new StepBeforeLoss(),
        new SoftmaxBeforeBce(),
        new ThresholdOnLogits(),
        new OneHotTarget(),
        new TargetOutOfRange(),
        new SmoothingOfMasked(),
        new IgnoreIndexIsClass(),
        new MeanOfIgnoredRows(),
        new MeanUnderAccumulation(),
        new ReducedTwice(),
        new SwappedArguments(),
        new TensorPrimitivesSoftMax(),
        new NaiveLogP1(),
        new KernelFits());

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.CreateRange(All, rule => rule.Descriptor).Add(Explanation.Descriptor);

    /// <summary>The rules by the operation they look at.</summary>
    public static ImmutableDictionary<Op, ImmutableArray<Rule>> ByRoot { get; } = Group();

    /// <summary>A body that names none of these operations is not looked at. Rules that are off by default cost nothing until somebody wants them.</summary>
    public static ImmutableArray<Op> TriggersOf(Func<DiagnosticDescriptor, bool> isWanted) =>
        All.Where(rule => rule.Descriptor.IsEnabledByDefault || isWanted(rule.Descriptor)).SelectMany(rule => rule.Triggers).Distinct().ToImmutableArray();

    /// <summary>Nor one that names none of these.</summary>
    public static ImmutableArray<string> TriggeringNames { get; } = All.SelectMany(rule => rule.TriggeringNames).ToImmutableArray();

    /// <summary>A body with such a quotient is looked at, too.</summary>
    public static bool IsTriggeredBy(BinaryExpressionSyntax quotient)
    {
        foreach (Rule rule in All)
        {
            if (rule.IsTriggeredBy(quotient))
            {
                return true;
            }
        }

        return false;
    }

    // The first rule that has something to say is heard: one that nobody has turned on must not silence another.
    private static ImmutableDictionary<Op, ImmutableArray<Rule>> Group()
    {
        var groups = new Dictionary<Op, List<Rule>>();
        foreach (Rule rule in All.OrderByDescending(rule => rule.Descriptor.IsEnabledByDefault))
        {
            foreach (Op root in rule.Roots)
            {
                if (!groups.TryGetValue(root, out List<Rule>? group))
                {
                    groups.Add(root, group = new List<Rule>());
                }

                group.Add(rule);
            }
        }

        return groups.ToImmutableDictionary(group => group.Key, group => group.Value.ToImmutableArray());
    }
}
