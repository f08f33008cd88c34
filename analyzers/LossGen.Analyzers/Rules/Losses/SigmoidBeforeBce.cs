using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>A sigmoid and then the binary cross-entropy of probabilities, where one loss does both at once.</summary>
internal sealed class SigmoidBeforeBce : Rule
{
    private const string WithLogits = "binary_cross_entropy_with_logits";

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SigmoidBeforeBce,
        "Sigmoid before a binary cross-entropy",
        "A sigmoid is 1 from {0} on, and the loss of its output has no gradient there; pass the logits to {1}",
        Domains,
        "The loss of logits computes sigmoid and logarithm in one, and loses neither digits nor gradient.",
        DiagnosticSeverity.Info);

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Bce);

    public override Finding? Look(Site site)
    {
        Value input = site.Value.Arg(0);
        if (!Shape.WithoutGuard(input).Is(Op.Sigmoid))
        {
            return null;
        }

        IOperation? argument = Operands.Argument(site, 0);
        return new Finding(Precision.Of(site.ElementType).Saturation, WithLogits) { At = argument, Cure = input.Is(Op.Sigmoid) ? CureOf(site, argument, input.Args[0]) : null };
    }

    private static Cure? CureOf(Site site, IOperation? argument, Value x) =>
        argument is not null && site.Operation is IInvocationOperation { TargetMethod.Name: "binary_cross_entropy" }
        && Parts.Of(x, site) is { } logits
            ? Cure.Of("Call " + WithLogits, site.Operation, Cures.Renamed(site.Operation, WithLogits, argument.Syntax, logits))
            : null;
}
