using System.Collections.Immutable;
using LossGen.Analyzers.Engine;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules;

/// <summary>A sigmoid and then the binary cross-entropy of probabilities, where one loss does both at once.</summary>
internal sealed class SigmoidBeforeBce : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SigmoidBeforeBce,
        "Sigmoid before a binary cross-entropy",
        "A sigmoid is 1 from {0} on, and the loss of its output has no gradient there; pass the logits to {1}",
        Domains,
        "The loss of logits computes sigmoid and logarithm in one, and loses neither digits nor gradient.",
        DiagnosticSeverity.Info);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Bce);

    public override Finding? Look(Site site)
    {
        Value input = site.Value.Arg(0);
        if (!Shape.WithoutGuard(input).Is(Op.Sigmoid))
        {
            return null;
        }

        IOperation? argument = Operands.Argument(site, 0);
        Recipe? recipe = input.Is(Op.Sigmoid) && argument is not null && Parts.Of(input.Args[0], site) is { } logits
            ? new Recipe("binary_cross_entropy_with_logits", ImmutableArray.Create(logits, argument.Syntax.GetLocation()))
            : null;
        return new Finding(Precision.Of(site.ElementType).Saturation, "binary_cross_entropy_with_logits") { At = argument, Recipe = recipe };
    }
}
