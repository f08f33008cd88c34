using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>exp(log_softmax(x)), which is softmax(x).</summary>
internal sealed class ExpOfLogSoftmax : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.ExpOfLogSoftmax,
        "Exponential of a log-softmax",
        "exp(log_softmax(x)) is softmax(x) by a detour; call {0} instead",
        Accuracy,
        "One call computes it without the logarithm.",
        DiagnosticSeverity.Info);

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Exp);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.LogSoftmax);

    public override Finding? Look(Site site) => site.Value.Is(Op.Exp) && site.Value.Args[0] is { Op: Op.LogSoftmax } log && Operands.IsOperand(site, log)
        ? new Finding(site.IsTensor ? "softmax" : "StableMath.Softmax") { Cure = site.IsTensor && log.Args.Length == 2 ? Cures.Call(site, "$0.softmax($1)", log.Args[0], log.Args[1]) : null }
        : null;
}
