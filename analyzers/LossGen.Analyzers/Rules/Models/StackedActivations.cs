using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Models;

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

    public override Curing Curing => Curing.OneByOne;

    private static readonly Pattern SumByHand = P.AnyLog(P.Guarded(P.Is(Op.Sum, P.Placed(P.Exp(P.Any("z"))))));

    public override ImmutableArray<Op> Roots { get; } =
        ImmutableArray.Create(Op.Softmax, Op.Sigmoid, Op.LogSoftmax, Op.LogSumExp, Op.Element, Op.Log, Op.Log2, Op.Log10, Op.LogBase, Op.Instance);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Softmax, Op.Sigmoid, Op.LogSoftmax, Op.Instance);

    public override Finding? Look(Site site)
    {
        if (site.Value.Is(Op.Instance))
        {
            return Layers.Of(site.Value) is { } layers ? InModel(layers, site) : null;
        }

        return OfCall(site) ?? ByHand(site);
    }

    private static Finding? OfCall(Site site)
    {
        Value inner = Shape.WithoutPlace(site.Value.Arg(0));
        return Operands.IsCall(site.Operation) && site.Value.Op is Op.Softmax or Op.Sigmoid or Op.LogSoftmax && inner.Op is Op.Softmax or Op.Sigmoid && !AreAcross(site.Value, inner)
            ? Twice(site.Value.Op, inner.Op) with { Cure = CureOf(site, inner) }
            : null;
    }

    // exp(p)/Σ exp(p) and log Σ exp(p) of a softmax p, shifted or not: what a loss of logits is made of.
    private static Finding? ByHand(Site site)
    {
        Value normal = site.Value.Is(Op.Element) ? site.Value.Args[0] : site.Value;
        Value? of = normal.Is(Op.LogSumExp) ? normal.Arg(0)
            : normal.Is(Op.Softmax) && Surroundings.IsQuotient(site) ? normal.Arg(0)
            : SumByHand.On(site.Value) is { } match ? Shift.Remove(match["z"]) ?? match["z"]
            : null;
        Value inner = of is null ? Value.Unknown : Shape.WithoutPlace(of);
        return inner.Is(Op.Softmax) && !AreAcross(normal, inner) ? Twice(normal.Is(Op.Softmax) ? Op.Softmax : Op.LogSumExp, inner.Op) : null;
    }

    private static Finding Twice(Op outer, Op inner) => new("The " + NameOf(outer), "a " + NameOf(inner));

    // One over the rows and then one over the columns is no slip.
    private static bool AreAcross(Value outer, Value inner) =>
        outer.Arg(1).Is(Op.Const) && inner.Arg(1).Is(Op.Const) && !outer.Arg(1).Equals(inner.Arg(1)) && (outer.Arg(1).Number < 0) == (inner.Arg(1).Number < 0);

    // Of a log-softmax the logarithm is to stay, so the first one goes.
    private static Cure? CureOf(Site site, Value inner)
    {
        if (!site.Value.Is(Op.LogSoftmax))
        {
            return Cure.Of(Title(NameOf(site.Value.Op)), site.Operation, Operands.Of(site.Operation)?.Syntax.ToString());
        }

        IOperation? first = Operands.IsOperand(site, inner) ? Operands.Of(site.Operation) : null;
        return Cure.Of("Drop the first one, the " + NameOf(inner.Op) + " (changes the result)", first, Operands.Of(first)?.Syntax.ToString());
    }

    private static Finding? InModel(ImmutableArray<string> layers, Site site)
    {
        for (int i = 1; i < layers.Length; i++)
        {
            if (IsNormalising(layers[i]) && IsNormalising(layers[i - 1]))
            {
                return new Finding("The " + layers[i], "a " + layers[i - 1]) { Cure = Cure.Of(Title(layers[i]), site.Operation, Layers.TextWithout(site.Operation, Layers.PlacesOf(site.Value)[i])) };
            }
        }

        return null;
    }

    private static bool IsNormalising(string layer) => layer is "Softmax" or "LogSoftmax" or "Sigmoid" or "Softmin";

    private static string Title(string second) => "Drop the second one, the " + second + " (changes the result)";

    private static string NameOf(Op op) => op switch
    {
        Op.Sigmoid => "sigmoid",
        Op.LogSoftmax => "log-softmax",
        Op.LogSumExp => "log-sum-exp",
        _ => "softmax",
    };
}
