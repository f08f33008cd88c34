using System.Collections.Immutable;
using System.Globalization;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Labels;

/// <summary>An ignore_index that may be a class.</summary>
internal sealed class IgnoreIndexIsClass : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.IgnoreIndexIsClass,
        "ignore_index that may be a class",
        "ignore_index {0} is a class index too: its rows are not trained, but it stays in every denominator; use −100, or mask its logit",
        Labels,
        "Ignoring takes rows out, not the class.",
        DiagnosticSeverity.Info,
        enabled: false);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits);

    public override Finding? Look(Site site) => site.Value.Arg(3) is { Op: Op.Const, Number: >= 0 and < 1000 } index ? new Finding(index.Number.ToString(CultureInfo.InvariantCulture)) : null;
}
