using System.Collections.Immutable;
using System.Globalization;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>A softmax over one dimension whose terms are summed over another.</summary>
internal sealed class OtherAxis : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.OtherAxis,
        "Softmax and sum over different dimensions",
        "The softmax runs over dimension {0} and the sum over dimension {1}; use the same for both",
        Domains,
        "An expectation or an entropy sums over what the softmax has normalised.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sum);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Softmax, Op.LogSoftmax);

    public override Finding? Look(Site site) => site.Value.Arg(1) is { Op: Op.Const, Number: >= 0 } summed && AxisOf(site.Value.Args[0], depth: 4) is { Number: >= 0 } normalised && summed.Number != normalised.Number
        ? FindingOf(normalised.Number.ToString(CultureInfo.InvariantCulture), summed.Number.ToString(CultureInfo.InvariantCulture), site)
        : null;

    private static Finding FindingOf(string normalised, string summed, Site site) => new(normalised, summed)
    {
        Cure = Cure.Of("Sum over dimension " + normalised + " (changes the result)", Operands.Argument(site, 1), normalised),
    };

    // p, p·log(p), p·v
    private static Value? AxisOf(Value value, int depth) => value.Op switch
    {
        Op.Softmax or Op.LogSoftmax => value.Arg(1) is { Op: Op.Const } axis ? axis : null,
        Op.Mul or Op.Neg or Op.Log when depth > 0 => AxisOf(value.Arg(0), depth - 1) ?? (value.Is(Op.Mul) ? AxisOf(value.Arg(1), depth - 1) : null),
        _ => null,
    };
}
