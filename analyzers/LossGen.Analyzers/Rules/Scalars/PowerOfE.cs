using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>Math.Pow(Math.E, x), which is exp(x) with a rounded base.</summary>
internal sealed class PowerOfE : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.PowerOfE,
        "Power of e",
        "Pow(E, x) raises the rounded e: its relative error grows with x and is off by about {0}; call {1} instead",
        Accuracy,
        "The constant is e to 16 digits, and the power multiplies its error by x.",
        DiagnosticSeverity.Info);

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Exp);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Pow);

    public override Finding? Look(Site site) => site.Member is { Result.Op: Op.Pow } && site.Operation is IInvocationOperation { Arguments.Length: 2 } call && !site.Value.Arg(0).Is(Op.Const)
        && !Surroundings.IsOnBothSides(call)
        ? new Finding(site.ElementType?.SpecialType == SpecialType.System_Single ? "40 ulp at x = 80" : "170 ulp at x = 700", call.TargetMethod.ContainingType.Name + ".Exp") { Cure = CureOf(call) }
        : null;

    // Math.Pow(Math.E, x) has its Exp beside it.
    private static Cure? CureOf(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.GetMembers("Exp").IsEmpty || Cures.Renamed(call, "Exp") is not { } exp ? null
            : Cure.Of("Call Exp", call, exp.Substring(0, exp.IndexOf('(')) + "(" + call.Arguments[1].Value.Syntax + ")");
}
