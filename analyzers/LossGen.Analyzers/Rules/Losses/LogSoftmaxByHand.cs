using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>x − logsumexp(x), which is log_softmax(x).</summary>
internal sealed class LogSoftmaxByHand : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogSoftmaxByHand,
        "Log-softmax written out",
        "x − logsumexp(x) is log_softmax(x) with one more rounding; call {0} instead",
        Accuracy,
        "The sum is rounded before it is subtracted, so that a large x swallows the digits of a small loss.",
        DiagnosticSeverity.Info);

    private static readonly Pattern Pattern = P.Is(Op.Sub, P.Any("x"), P.Placed(P.As("lse", P.Is(Op.LogSumExp, P.Any("x")))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sub);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.LogSumExp);

    public override Finding? Look(Site site) => site.Operation is IBinaryOperation && site.IsTensor && Pattern.On(site.Value) is { } match && match["lse"].Args.Length == 2
        ? new Finding("log_softmax") { Cure = Cures.Call(site, "$0.log_softmax($1)", match["x"], match["lse"].Args[1]) }
        : null;
}
