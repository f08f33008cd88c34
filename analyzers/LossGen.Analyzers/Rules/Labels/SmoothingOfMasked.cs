using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Labels;

/// <summary>label_smoothing on logits that are masked with −∞.</summary>
internal sealed class SmoothingOfMasked : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SmoothingOfMasked,
        "Label smoothing of masked logits",
        "Label smoothing gives every class a share, and a class masked with −∞ makes the loss ∞; mask with a large negative number, or smooth over the allowed classes only",
        Labels,
        "The share of a masked class is multiplied by its log-probability, −∞.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits);

    public override Finding? Look(Site site) => site.Value.Arg(4) is { Op: Op.Const, Number: > 0 } && Shape.WithoutPlace(site.Value.Arg(0)) is { Op: Op.Choose } masked && (IsMinusInfinity(masked.Args[1]) || IsMinusInfinity(masked.Args[2]))
        ? new Finding()
        : null;

    private static bool IsMinusInfinity(Value value) => value.Is(Op.Const) && double.IsNegativeInfinity(value.Number);
}
