using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>The maximum subtracted, or logits clipped, before a softmax that is stable by itself.</summary>
internal sealed class UnneededBeforeSoftmax : Rule
{
    // Closer limits are a choice of their own, and close ones have a floor: see BoundedLogits.
    private const double Wide = 20;

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.UnneededBeforeSoftmax,
        "Guard before a softmax that needs none",
        "{0} subtracts the maximum itself; {1}",
        Accuracy,
        "A second shift costs a pass over the logits; a clip takes their gradient away beyond its limits.",
        DiagnosticSeverity.Info);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } =
        ImmutableArray.Create(Op.Softmax, Op.LogSoftmax, Op.LogSumExp, Op.CrossEntropyWithLogits);

    public override Finding? Look(Site site)
    {
        if (site.Member is null || !Operands.IsCall(site.Operation) || site.Value.Flags.HasFlag(ValueFlags.Unshifted)
            || site.Value.Flags.HasFlag(ValueFlags.Naive))
        {
            return null;
        }

        string name = site.Value.Is(Op.CrossEntropyWithLogits) ? "This loss" : "This softmax";
        Value given = Shape.WithoutPlace(site.Value.Arg(0));
        return !site.Value.Is(Op.LogSumExp) && given is { Op: Op.Sub, Args: [var row, { Op: Op.MaxOf, Args: [var of, ..] }] }
            && Shape.SameUpToPlace(row, of)
                ? new Finding(name, "give it the logits as they are") { At = Operands.Argument(site, 0) }
            : given is { Op: Op.Clamp, Args: [_, { Op: Op.Const, Number: <= -Wide and var low }, { Op: Op.Const, Number: >= Wide and var high }] }
                ? new Finding(name, "a clip to " + Contents.Text(low) + " … " + Contents.Text(high) + " takes the gradient of every logit beyond it") { At = Operands.Argument(site, 0) }
            : null;
    }
}
