using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Labels;

/// <summary>The mean over the rows that are not ignored, of which there may be none.</summary>
internal sealed class MeanOfIgnoredRows : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.MeanOfIgnoredRows,
        "Mean that may be of no rows",
        "The mean over the rows that are not ignored is 0/0 = NaN where all are; count them first, or pass Reduction.Sum",
        Labels,
        "Padding may fill a whole batch.",
        DiagnosticSeverity.Info,
        enabled: false);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits, Op.Div);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits, Op.Sum);

    public override Finding? Look(Site site) =>
        site.Value.Is(Op.Div) ? IsOfMasked(site) ? new Finding() : null
        : Operands.IsCall(site.Operation) && site.Value.Arg(2).IsConst(1) && IsChosen(site.Value.Arg(3)) ? new Finding() : null;

    // (loss * mask).sum() / mask.sum()
    private static bool IsOfMasked(Site site) =>
        Shape.WithoutPlace(site.Value.Args[0]) is { Op: Op.Sum, Args: [var product, ..] }
        && Shape.WithoutPlace(site.Value.Args[1]) is { Op: Op.Sum, Args: [var mask, ..] } count
        && Shape.WithoutPlace(product) is { Op: Op.Mul, Args: [var one, var other] } && (one.Equals(mask) || other.Equals(mask))
        && (Names.Say(Meaning.Mask, Shape.WithoutPlace(mask).Name) || Names.Say(Meaning.Mask, Terms.NameOf(mask.Origin)))
        && !site.Facts.Compare(count);

    // The default, −100, is passed by everyone who says nothing, and by a method that passes on a default of its own.
    private static bool IsChosen(Value index) => index.Op switch
    {
        Op.Const => index.Number != -100,
        Op.Leaf => index.Key is ISymbol and not IParameterSymbol { HasExplicitDefaultValue: true },
        _ => false,
    };
}
