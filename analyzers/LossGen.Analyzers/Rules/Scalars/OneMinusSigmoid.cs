using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>1 − sigmoid(x), and s/(1 − s), the odds, of it.</summary>
internal sealed class OneMinusSigmoid : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.OneMinusSigmoid,
        "Complement of a sigmoid",
        "{0}; {1}",
        Accuracy,
        "A sigmoid near 1 has no digits left for its complement, which is the sigmoid of −x.",
        DiagnosticSeverity.Info);

    private static readonly Pattern Sigmoid = P.As("s", P.Is(Op.Sigmoid, P.Any("x")));

    private static readonly Pattern Complement = P.Is(Op.Sub, P.Number(1), Sigmoid);

    private static readonly Pattern Odds = P.Is(Op.Div, Sigmoid, P.Is(Op.Sub, P.Number(1), Sigmoid));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sub, Op.Div);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Sigmoid, Op.Exp);

    public override Finding? Look(Site site)
    {
        Precision precision = Precision.Of(site.ElementType);
        if (site.Operation is IBinaryOperation && Odds.On(site.Value) is { } odds && !odds["x"].Is(Op.Const))
        {
            return new Finding("s/(1 − s) of a sigmoid is ∞ from x = " + precision.Saturation + " on", Surroundings.IsInLogarithm(site.Operation) ? "it is exp(x), and its logarithm x" : "it is exp(x)") { Severity = DiagnosticSeverity.Warning };
        }

        // s·(1 − s), the derivative, vanishes with s anyway.
        return site.Operation is IBinaryOperation && Complement.On(site.Value) is { } match && !match["x"].Is(Op.Const) && site.Operation.Parent is not IBinaryOperation
            && !Surroundings.IsInLogarithm(site.Operation) && !IsInProduct(site.Operation, site) && IsResult(site.Operation, site)
            ? new Finding("1 − sigmoid(x) is exactly 0 from x = " + precision.Saturation + " on", site.IsTensor ? "call sigmoid(−x) instead" : "call StableMath.Sigmoid(−x) instead")
            {
                Cure = site.IsTensor || !match["s"].Is(Op.Sigmoid) ? null : Cures.Call(site, "StableMath.Sigmoid(-$0)", match["x"]),
            }
            : null;
    }

    private static bool IsInProduct(IOperation operation, Site site)
    {
        IOperation? parent = Outside(operation);

        // s.PointwiseMultiply(1 − s)
        return parent is IBinaryOperation or ICompoundAssignmentOperation
            || (parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var called } call } && site.Session.Knowledge.Find(called, call.Instance?.Type) is { Result.Op: Op.Mul });
    }

    // Where it is returned or passed on, or held in a local of which only that is made.
    private static bool IsResult(IOperation operation, Site site) => Outside(operation) switch
    {
        IReturnOperation or IArgumentOperation => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var held } } => Operands.BodyOf(operation).Descendants().OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, held))
            .All(use => Outside(use) is IReturnOperation or IArgumentOperation && !IsInProduct(use, site) && !Surroundings.IsInLogarithm(use)),
        _ => false,
    };

    private static IOperation? Outside(IOperation operation)
    {
        IOperation? parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent;
    }
}
