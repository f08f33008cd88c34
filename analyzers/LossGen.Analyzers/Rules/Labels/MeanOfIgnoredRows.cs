using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
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

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits);

    public override Finding? Look(Site site) => Operands.IsCall(site.Operation) && site.Value.Arg(2).IsConst(1) && IsChosen(site.Value.Arg(3)) ? new Finding() : null;

    // The default, −100, is passed by everyone who says nothing, and by a method that passes on a default of its own.
    private static bool IsChosen(Value index) => index.Op switch
    {
        Op.Const => index.Number != -100,
        Op.Leaf => index.Key is ISymbol and not IParameterSymbol { HasExplicitDefaultValue: true },
        _ => false,
    };
}
