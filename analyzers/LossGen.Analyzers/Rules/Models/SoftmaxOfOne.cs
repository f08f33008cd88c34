using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Models;

/// <summary>A softmax over one output, which is always 1.</summary>
internal sealed class SoftmaxOfOne : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SoftmaxOfOne,
        "Softmax over a single output",
        "A softmax over one output is always 1 and has no gradient; use a Sigmoid, and binary_cross_entropy_with_logits for the loss",
        Models,
        "There is nothing to compare the one output with.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Instance, Op.Softmax, Op.LogSoftmax);

    public override Finding? Look(Site site)
    {
        bool isOfOne = site.Value.Is(Op.Instance)
            ? Layers.Of(site.Value) is { Length: > 1 } layers && (layers[layers.Length - 1] is "Softmax" or "LogSoftmax") && layers[layers.Length - 2] == "Linear" && Layers.OutputsOf(site.Value) == 1
            : site.Value.Arg(0) is { Op: Op.Linear, Args: { Length: 2 } linear } && linear[1].IsConst(1) && !site.Value.Arg(1).IsConst(0);
        return isOfOne && !IsOfAttention(site) ? new Finding() : null;
    }

    // The scores of an attention are one number per position, and its softmax goes over the positions.
    private static bool IsOfAttention(Site site) =>
        Names.Say(Meaning.Attention, Terms.Of(site.Operation).ContextIn(site.Owner) + " " + Terms.NameOf(WrittenCall.Of(site.Operation)?.Receiver));
}
