using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Epsilons;

/// <summary>Clips that clip nothing: an upper limit 1 − ε that rounds to 1, and a lower limit float.MinValue before a logarithm. And
/// where(p > 0, log(p), 0), which guards the loss and not its gradient.</summary>
internal sealed class GuardWithoutEffect : Rule
{
    // 1 − ε rounds to 1 in float up to here.
    private const double HalfStep = 2.98023223876953125e-8;
    private const double Lowest = -1e30;

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.GuardWithoutEffect,
        "Guard of a logarithm without effect",
        "{0}; {1}",
        Epsilons,
        "The limit was meant to keep log(0) away and lets it pass.");

    private static readonly Pattern OfMax = P.AnyLog(P.Either(P.Is(Op.Max, P.Any("p"), P.As("low", P.Below(Lowest))), P.Is(Op.Clamp, P.Any("p"), P.As("low", P.Below(Lowest)))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } =
        ImmutableArray.Create(Op.Clamp, Op.Min, Op.Log, Op.Log2, Op.Log10, Op.LogBase, Op.Choose);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Log);

    public override Finding? Look(Site site)
    {
        if (site.Value.Is(Op.Choose))
        {
            return OfChoice(site);
        }

        if (site.Value.Op is not (Op.Clamp or Op.Min))
        {
            return OfMax.On(site.Value) is null ? null
                : new Finding("MinValue is the most negative number, not the smallest positive one: this guard lets 0 pass", "use a small positive number such as 1e-30") { Cure = PositiveLimit(site) };
        }

        // Where a type is missing, the limit is a float all the same.
        if (WrittenCall.Of(site.Operation) is not { } call || (site.Operation is IInvocationOperation && site.ElementType?.SpecialType != SpecialType.System_Single))
        {
            return null;
        }

        foreach (WrittenArgument argument in call.Arguments)
        {
            if (Epsilon(argument.Value, site) is { } epsilon)
            {
                return new Finding("1 − " + epsilon.ToString("0.###E+0", CultureInfo.InvariantCulture) + " is exactly 1 in float, and this limit lets 1 pass", "use 1 − 1e-7f, or a loss of logits") { At = argument.Value, Cure = LargerEpsilon(argument.Value) };
            }
        }

        return null;
    }

    // Both ways are differentiated, and the one not taken is multiplied by 0: 0·∞ where p is 0.
    private static Finding? OfChoice(Site site)
    {
        if (site.Operation is not IInvocationOperation call || !site.IsTensor
            || (Logged(site.Value.Args[1]) ?? Logged(site.Value.Args[2])) is not { } p)
        {
            return null;
        }

        bool isBare = p.Op is Op.Leaf or Op.Member or Op.Item or Op.Element or Op.View;
        return isBare && Shape.Any(site.Value.Args[0], part => part.Equals(p))
            && Names.Say(Meaning.Loss, Terms.Of(call).ContextIn(site.Owner), Degree.Sure) && !IsWithoutGradient(call)
            ? new Finding("Here where() guards the loss, but not its gradient: behind log(0) it is 0·∞, NaN",
                "replace the 0 within the logarithm as well")
            : null;
    }

    private static Value? Logged(Value way) => way.Op switch
    {
        Op.Neg => Logged(way.Args[0]),
        Op.Mul => Logged(way.Args[0]) ?? Logged(way.Args[1]),
        Op.Log or Op.Log2 or Op.Log10 => way.Args[0],
        _ => null,
    };

    private static bool IsWithoutGradient(IOperation call) => call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantTokens().Any(token => token.ValueText is "no_grad" or "inference_mode");

    private static Cure? PositiveLimit(Site site)
    {
        if (Operands.Of(site.Operation) is IInvocationOperation guard)
        {
            foreach (IArgumentOperation argument in guard.Arguments)
            {
                if (argument.Value.ConstantValue is { HasValue: true, Value: { } constant } && Literal.NumberOf(constant) < Lowest)
                {
                    string limit = constant is float ? "1e-30f" : "1e-30";
                    return Cure.Of("Use " + limit + " (changes the result where the limit is reached)", Terms.Unwrapped(argument.Value), limit);
                }
            }
        }

        return null;
    }

    // Where the epsilon is a constant of its own, others may use it.
    private static Cure? LargerEpsilon(IOperation limit) =>
        Terms.Unwrapped(limit) is IBinaryOperation { RightOperand: ILiteralOperation epsilon } ? Cure.Of("Use 1e-7f (changes the result where the limit is reached)", epsilon, "1e-7f") : null;

    // 1f - 1e-8f is the constant 1, which only the syntax tells from a 1; through a variable it is a number just below.
    private static double? Epsilon(IOperation limit, Site site)
    {
        if (Terms.Unwrapped(limit) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: var one, RightOperand: var right, Type.SpecialType: SpecialType.System_Single }
            || NumberOf(one, site) != 1 || NumberOf(right, site) is not { } epsilon)
        {
            return null;
        }

        return epsilon is > 0 and <= HalfStep ? epsilon : null;
    }

    private static double? NumberOf(IOperation operation, Site site) =>
        operation.ConstantValue is { HasValue: true, Value: { } constant } ? Literal.NumberOf(constant)
        : WriteSet.VariableOf(operation) is { } variable && site.Env.Variables.TryGetValue(variable, out Value? held) && held.Is(Op.Const) ? held.Number
        : null;
}
