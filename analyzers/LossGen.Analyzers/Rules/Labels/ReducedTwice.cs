using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Labels;

/// <summary>The mean or sum of a loss that is one number already.</summary>
internal sealed class ReducedTwice : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.ReducedTwice,
        "Loss reduced twice",
        "The loss is one number already, its {0}; {1}",
        Labels,
        "A mean of one number is that number; a loss divided by the batch once more has another scale.",
        DiagnosticSeverity.Info);

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Mean, Op.Sum, Op.Div);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits, Op.NllLoss, Op.Bce, Op.BceWithLogits, Op.KlDiv, Op.MseLoss);

    public override Finding? Look(Site site)
    {
        Value loss = Shape.WithoutPlace(site.Value.Arg(0));
        if (loss.Op is not (Op.CrossEntropyWithLogits or Op.NllLoss or Op.Bce or Op.BceWithLogits or Op.KlDiv or Op.MseLoss) || loss.Arg(2) is not { Op: Op.Const, Number: 1 or 2 } reduction)
        {
            return null;
        }

        string name = reduction.IsConst(1) ? "mean" : "sum";
        return !site.Value.Is(Op.Div) ? new Finding(name, "drop the second reduction, or pass Reduction.None") { Cure = Cure.Of("Drop the second reduction", site.Operation, Operands.Of(site.Operation)?.Syntax.ToString()) }
            : reduction.IsConst(1) && DivisorOf(site) is { } divisor && Names.Say(Meaning.Rows, Terms.NameOf(divisor))
                ? new Finding(name, "do not divide it by the rows again")
            : null;
    }

    private static IOperation? DivisorOf(Site site) =>
        site.Operation is IBinaryOperation binary ? binary.RightOperand : Operands.Argument(site, 1);
}
