using System.Collections.Immutable;
using LossGen.Analyzers.Engine;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>Two activations in a row that normalise: softmax of a softmax, sigmoid of a sigmoid.</summary>
internal sealed class StackedActivations : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.StackedActivations,
        "Softmax or sigmoid twice in a row",
        "{0} of {1} flattens the distribution a second time; keep one",
        Models,
        "The second one sees numbers between 0 and 1 and makes them nearly equal.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Softmax, Op.Sigmoid, Op.LogSoftmax, Op.Instance);

    public override Finding? Look(Site site)
    {
        if (site.Value.Is(Op.Instance))
        {
            return Layers.Of(site.Value) is { } layers ? InModel(layers, site) : null;
        }

        Value inner = Shape.WithoutPlace(site.Value.Arg(0));
        return Operands.IsCall(site.Operation) && !site.Value.Is(Op.LogSoftmax) && inner.Op is Op.Softmax or Op.Sigmoid
            ? new Finding("The " + NameOf(site.Value.Op), "a " + NameOf(inner.Op)) { Rewrite = Rewrite.Of(Title(NameOf(site.Value.Op)), site.Operation, Operands.Of(site.Operation)?.Syntax.ToString()) }
            : null;
    }

    private static Finding? InModel(ImmutableArray<string> layers, Site site)
    {
        for (int i = 1; i < layers.Length; i++)
        {
            if (IsNormalising(layers[i]) && IsNormalising(layers[i - 1]))
            {
                return new Finding("The " + layers[i], "a " + layers[i - 1]) { Rewrite = Rewrite.Of(Title(layers[i]), site.Operation, Layers.TextWithout(site.Operation, Layers.PlacesOf(site.Value)[i])) };
            }
        }

        return null;
    }

    private static bool IsNormalising(string layer) => layer is "Softmax" or "LogSoftmax" or "Sigmoid" or "Softmin";

    private static string Title(string second) => "Drop the second one, the " + second + " (changes the result)";

    private static string NameOf(Op op) => op == Op.Sigmoid ? "sigmoid" : "softmax";
}
