using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Labels;

/// <summary>Targets of −1 and 1, as hinge losses want them, for a loss of targets from 0 to 1.</summary>
internal sealed class NegativeLabels : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.NegativeLabels,
        "Targets of −1 and 1 for a loss of 0 and 1",
        "This loss takes targets from 0 to 1 and is given {0}: a target of −1 makes it negative, and training drives it to −∞; pass (y + 1) / 2",
        Labels,
        "y·log(p) + (1 − y)·log(1 − p) is a likelihood for y from 0 to 1 only.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Bce, Op.BceWithLogits);

    public override Finding? Look(Site site)
    {
        Value given = Shape.WithoutPlace(site.Value.Arg(1));
        Range range = Ranges.Of(given, site.Facts);
        return range is { IsReached: true, Low: < 0 }
            ? new Finding(Contents.NameOf(given, range)) { At = Operands.Argument(site, 1) } : null;
    }
}
