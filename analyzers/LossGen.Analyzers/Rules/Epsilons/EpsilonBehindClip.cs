using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Epsilons;

/// <summary>log(max(p, ε) + ε) and log(1 − clip(p) + ε): the clip alone keeps the logarithm finite.</summary>
internal sealed class EpsilonBehindClip : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.EpsilonBehindClip,
        "Epsilon added behind a clip",
        "What is clipped cannot be 0, and this epsilon only moves the result; drop the epsilon or the clip",
        Epsilons,
        "A clip changes nothing but the values out of its range; an epsilon changes all of them.",
        DiagnosticSeverity.Info);

    private static readonly Pattern Pattern = P.AnyLog(P.Is(Op.Add, P.Any("p"), P.Epsilon()));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log, Op.Log2, Op.Log10, Op.LogBase);

    public override Finding? Look(Site site) => Pattern.On(site.Value) is { } match && HasFloor(match["p"]) ? new Finding { Cure = WithoutEpsilon(site) } : null;

    private static Cure? WithoutEpsilon(Site site) => Operands.Of(site.Operation) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left, RightOperand: var right } sum
        ? Cure.Of("Drop the epsilon", sum, (IsEpsilon(right) ? left : IsEpsilon(left) ? right : null)?.Syntax.ToString())
        : null;

    private static bool IsEpsilon(IOperation term) =>
        Terms.IsNumber(term) || (Terms.NameOf(term) is { } name && Names.Say(Meaning.Epsilon, name));

    /// <summary>Whether a clip keeps a value above 0.</summary>
    public static bool HasFloor(Value value)
    {
        value = Shape.WithoutPlace(value);
        return value.Op switch
        {
            Op.Clamp => Shape.IsGuard(value.Arg(1)),
            Op.Max => Shape.IsGuard(value.Arg(0)) || Shape.IsGuard(value.Arg(1)) || HasFloor(value.Arg(0)) || HasFloor(value.Arg(1)),
            Op.Min => HasFloor(value.Arg(0)) || HasFloor(value.Arg(1)),
            Op.Sub => value.Arg(0).IsConst(1) && HasCeiling(value.Arg(1)),
            _ => false,
        };
    }

    private static bool HasCeiling(Value value)
    {
        value = Shape.WithoutPlace(value);
        return value.Op switch
        {
            Op.Clamp => IsJustBelowOne(value.Arg(2)),
            Op.Min => IsJustBelowOne(value.Arg(0)) || IsJustBelowOne(value.Arg(1)) || HasCeiling(value.Arg(0)) || HasCeiling(value.Arg(1)),
            Op.Max => HasCeiling(value.Arg(0)) || HasCeiling(value.Arg(1)),
            _ => false,
        };
    }

    private static bool IsJustBelowOne(Value limit) =>
        (limit.Is(Op.Const) && Shape.IsGuard(Value.Const(1 - limit.Number))) || (limit.Is(Op.Sub) && limit.Arg(0).IsConst(1) && Shape.IsGuard(limit.Arg(1)));
}
