using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(exp(x)) and exp(log(x)), which are x.</summary>
internal sealed class ExpAndLogCancel : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.ExpAndLogCancel,
        "Logarithm of an exponential, or the reverse",
        "{0}; write x instead",
        Stability,
        "The two cancel on paper. In the machine the exponential overflows, and the logarithm of a negative number is NaN.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log, Op.Exp);

    public override Finding? Look(Site site)
    {
        if (site.Operation is not IInvocationOperation || Operands.Of(site.Operation) is not IInvocationOperation inner || !ReferenceEquals(site.Value.Arg(0).Origin?.Syntax, inner.Syntax))
        {
            return null;
        }

        Precision precision = Precision.Of(site.ElementType);
        return site.Value.Is(Op.Log) && site.Value.Arg(0) is { Op: Op.Exp } exp && !exp.Args[0].Is(Op.Const)
                ? new Finding("log(exp(x)) is ∞ once x exceeds " + precision.ExpOverflow + " and −∞ below −" + precision.Gap) { Cure = Cures.Call(site, "$0", exp.Args[0]) is { } cure ? cure with { Title = "Write the argument itself" } : null }
            : site.Value.Is(Op.Exp) && site.Value.Arg(0) is { Op: Op.Log } log && !log.Args[0].Is(Op.Const)
                ? new Finding("exp(log(x)) is x with a rounding error, and NaN for a negative x") { Severity = DiagnosticSeverity.Info }
            : null;
    }
}
