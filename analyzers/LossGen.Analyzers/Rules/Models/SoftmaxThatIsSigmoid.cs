using System;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Models;

/// <summary>A method that is called softmax and computes a sigmoid of each number.</summary>
internal sealed class SoftmaxThatIsSigmoid : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SoftmaxThatIsSigmoid,
        "Method called softmax that computes a sigmoid",
        "{0} computes a sigmoid of each number here: the results do not sum to 1; divide each exponential by their sum, or rename it",
        Models,
        "A softmax makes the outputs compete; sigmoids look at each alone.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sigmoid);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp, Op.Sigmoid);

    // A sigmoid of a difference is a softmax of two, and one beside a softmax may belong to a gate.
    public override Finding? Look(Site site) =>
        site.Owner is IMethodSymbol { Name: var name } method && IsCalledSoftmax(name)
        && Shape.WithoutPlace(site.Value.Args[0]) is { Op: Op.Leaf, Key: IParameterSymbol { Ordinal: 0 } }
        && IsReturned(site, method)
            ? new Finding(name)
            : null;

    private static bool IsCalledSoftmax(string name) =>
        Names.Say(Meaning.Softmax, name);

    private static bool IsReturned(Site site, IMethodSymbol method) =>
        site.Session.Summaries.Of(method, new CallDepth(CallDepth.Most - 1), default) is { Returned: var returned }
            && Shape.WithoutPlace(Settled(returned)).Is(Op.Sigmoid);

    // An array that is filled with nothing but sigmoids
    private static Value Settled(Value returned) => returned.Is(Op.Store) ? returned.Args[2] : returned;
}
