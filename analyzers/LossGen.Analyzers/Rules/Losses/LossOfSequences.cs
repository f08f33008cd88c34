using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>cross_entropy on rows × positions × classes.</summary>
internal sealed class LossOfSequences : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LossOfSequences,
        "Cross-entropy of three dimensions",
        "cross_entropy takes the classes in dimension 1 and gets a view of three dimensions whose last is the classes; flatten to (−1, classes), or transpose(1, 2)",
        Domains,
        "The positions are taken for classes.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits);

    public override Finding? Look(Site site) => Operands.Argument(site, 0) is { } argument && Terms.Bare(argument) is IInvocationOperation { TargetMethod.Name: "view" or "reshape" } view && site.IsTensor && CountOf(view) == 3
        ? new Finding { At = argument }
        : null;

    private static int CountOf(IInvocationOperation view)
    {
        IOperation? sizes = view.Arguments.Length == 1 ? view.Arguments[0].Value : null;
        while (sizes is IConversionOperation conversion)
        {
            sizes = conversion.Operand;
        }

        return sizes is IArrayCreationOperation { Initializer.ElementValues.Length: var count } ? count : 0;
    }
}
