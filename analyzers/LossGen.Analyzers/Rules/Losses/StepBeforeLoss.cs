using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>A loss of an argmax, of rounded numbers or of a comparison: nothing before it has a gradient.</summary>
internal sealed class StepBeforeLoss : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.StepBeforeLoss,
        "Loss of a decision",
        "{0} has the gradient 0, so a model before this loss learns nothing; give the loss {1}, and keep the decision for the metrics",
        Models,
        "A decision is constant almost everywhere: a small change of the weights does not change it.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } =
        ImmutableArray.Create(Op.CrossEntropyWithLogits, Op.NllLoss, Op.Bce, Op.BceWithLogits, Op.KlDiv, Op.MseLoss);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.ArgMax, Op.Step, Op.Greater, Op.GreaterOrEqual);

    public override Finding? Look(Site site)
    {
        if (!Operands.IsCall(site.Operation) || NameOf(site.Value.Arg(0)) is not { } decision || (site.Value.Is(Op.MseLoss) && !IsTrained(site)))
        {
            return null;
        }

        return new Finding(decision, site.Value.Op is Op.CrossEntropyWithLogits or Op.BceWithLogits ? "the logits" : "the model's output as it is");
    }

    private static string? NameOf(Value prediction)
    {
        Value step = Shape.WithoutPlace(prediction);
        step = step.Is(Op.OneHot) ? Shape.WithoutPlace(step.Arg(0)) : step;
        return step.Op switch
        {
            Op.ArgMax => "An argmax",
            Op.Step => "A rounded number",
            Op.Greater or Op.GreaterOrEqual => "A comparison",
            _ => null,
        };
    }

    // A squared error of decisions is a metric as well: it is a loss where somebody asks for its gradient.
    private static bool IsTrained(Site site) => Operands.BodyOf(site.Operation).Descendants().Any(operation => Operands.NameOf(operation) == "backward");
}
