using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Labels;

/// <summary>cross_entropy(labels, predictions).</summary>
internal sealed class SwappedArguments : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SwappedArguments,
        "Prediction and target swapped",
        "The prediction of this loss gets {0} and its target {1}; swap them",
        Labels,
        "The logarithm is taken of the first argument only.");

    private const string SwapTitle = "Swap prediction and target (changes the loss)";

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits, Op.NllLoss, Op.Bce,
        Op.BceWithLogits, Op.KlDiv, Op.Log, Op.Neg, Op.Div, Op.Sum);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits, Op.NllLoss, Op.Bce,
        Op.BceWithLogits, Op.KlDiv, Op.Log);

    public override Finding? Look(Site site)
    {
        if (site.Value.Is(Op.Log))
        {
            return OfTerm(site);
        }

        if (site.Value.Op is Op.Neg or Op.Div or Op.Sum)
        {
            return site is { Member: null, Operation: IInvocationOperation call } ? OfOwnLoss(site, call) : null;
        }

        IOperation? prediction = Operands.Argument(site, 0);
        IOperation? target = Operands.Argument(site, 1);
        if (site.Value.Is(Op.KlDiv))
        {
            return OfDistillation(site);
        }

        if (prediction is null || target is null || Terms.Bare(prediction) is IInvocationOperation || Terms.Bare(target) is IInvocationOperation)
        {
            return null;
        }

        string? first = Terms.NameOf(prediction);
        string? second = Terms.NameOf(target);
        return first is not null && second is not null && site.IsTensor
            && (AreSwapped(first, second) || AreSwapped(NameOf(site.Value.Arg(0), first), NameOf(site.Value.Arg(1), second)))
            ? new Finding(first, second)
            {
                Cure = Cure.Of(SwapTitle, (prediction.Syntax, target.Syntax.ToString()), (target.Syntax, prediction.Syntax.ToString())),
            }
            : null;
    }

    private static bool AreSwapped(string first, string second) =>
        (Names.ArePair(first, second) && !Names.ArePair(second, first))
        || (Names.Say(Meaning.Target, first, Degree.Certain) && Names.Say(Meaning.Scores, second) && !Names.Say(Meaning.Scores, first) && !Names.Say(Meaning.Target, second, Degree.Certain));

    // var flat = prediction.view(-1): what it was has a name as well.
    private static string NameOf(Value value, string written) => Shape.WithoutPlace(value).Name ?? written;

    // −Σ p·log(y). Some losses have this term as well, and the right one beside it.
    private static Finding? OfTerm(Site site)
    {
        if (!Operands.IsCall(site.Operation) || Operands.Of(site.Operation) is not { } logged || Terms.NameOf(logged) is not { } target
            || !Names.Say(Meaning.Target, target))
        {
            return null;
        }

        var terms = Terms.Of(site.Operation);
        string context = terms.ContextIn(site.Owner);
        return terms is { IsNegated: true, Factor: { } factor } && Terms.NameOf(factor) is { } prediction && Names.IsEstimate(prediction) && !Names.IsEstimate(target)
            && Names.Say(Meaning.Loss, context, Degree.Sure) && !Names.Say(Meaning.Reversal, context) && !Names.Say(Meaning.Divergence, context) && !HasRightTerm(site.Operation, target)
            ? new Finding(target, prediction)
            : null;
    }

    // CrossEntropy(labels, predicted), where the method takes them the other way round: its logarithm is one of the labels.
    private static Finding? OfOwnLoss(Site site, IInvocationOperation call)
    {
        if (LossTerm.Of(site.Value) is not var (weight, logged) || Shape.WithoutGuard(logged).Name is not { } target
            || !Names.Say(Meaning.Target, target, Degree.Certain) || Names.IsEstimate(target))
        {
            return null;
        }

        weight = Shape.WithoutPlace(weight);
        bool isEstimate = weight.Op is Op.Softmax or Op.Sigmoid || Names.IsEstimate(weight.Name)
            || (Names.ArePair(target, weight.Name) && !Names.ArePair(weight.Name, target));
        string context = call.TargetMethod.Name + " " + Terms.Of(call).ContextIn(site.Owner);
        return isEstimate && Names.Say(Meaning.Loss, context, Degree.Sure) && !Names.Say(Meaning.Reversal, context)
            && !Names.Say(Meaning.Divergence, context)
            ? new Finding(target, weight.Name ?? "the prediction")
            : null;
    }

    private static bool HasRightTerm(IOperation log, string target) => Operands.LogarithmsBeside(log).Any(other =>
        Operands.Of(other) is { } operand && Terms.NameOf(operand) is { } otherName && otherName != target && Names.IsEstimate(otherName));

    // The student learns from the teacher: the divergence is of the student's distribution, the first argument, from the teacher's. The other
    // way round it is a loss as well, which some mean.
    private static Finding? OfDistillation(Site site)
    {
        string? first = Origin(site.Value.Arg(0)).Name;
        string? second = Origin(site.Value.Arg(1)).Name;
        return Names.Say(Meaning.Teacher, first) && !Names.Say(Meaning.Student, first) && Names.Say(Meaning.Student, second) && !Names.Say(Meaning.Teacher, second)
            ? new Finding(first!, second!) { Severity = DiagnosticSeverity.Info }
            : null;
    }

    private static Value Origin(Value distribution)
    {
        while (distribution.Op is Op.Softmax or Op.LogSoftmax or Op.Log or Op.Div or Op.View or Op.Max or Op.Add)
        {
            distribution = distribution.Arg(0);
        }

        return distribution;
    }
}
