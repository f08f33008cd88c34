using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>sqrt(x² + y²), which overflows where x² does.</summary>
internal sealed class NaiveHypot : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.NaiveHypot,
        "Square root of a sum of squares",
        "sqrt(x² + y²) is ∞ once a square overflows, from {0} on; call {1}.Hypot instead",
        Accuracy,
        "The squares leave the range of the type long before their root.",
        DiagnosticSeverity.Info,
        enabled: false);

    private static readonly Pattern Pattern = P.Is(Op.Sqrt, P.Is(Op.Add, P.Any("a"), P.Any("b")));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sqrt);

    public override Finding? Look(Site site) => Pattern.On(site.Value) is { } match && site.Operation is IInvocationOperation && !site.IsTensor && !site.IsForeign
        && IsSquare(match["a"]) && IsSquare(match["b"]) && !match["a"].Equals(match["b"])
        ? site.ElementType?.SpecialType == SpecialType.System_Single ? FindingOf("1.8E19", "float", site) : FindingOf("1.3E154", "double", site)
        : null;

    private static bool IsSquare(Value value) => (value.Is(Op.Mul) && value.Args[0].Equals(value.Args[1])) || (value.Is(Op.Pow) && value.Arg(1).IsConst(2));

    private static Finding FindingOf(string limit, string type, Site site) => new(limit, type)
    {
        Cure = Operands.Of(site.Operation) is IBinaryOperation sum && RootOf(sum.LeftOperand) is { } x && RootOf(sum.RightOperand) is { } y
            ? Cure.Of("Call " + type + ".Hypot", site.Operation, type + ".Hypot(" + x + ", " + y + ")")
            : null,
    };

    // x of x·x and of Math.Pow(x, 2)
    private static string? RootOf(IOperation square) => Terms.Bare(square) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply, LeftOperand: var x } => Terms.Bare(x).Syntax.ToString(),
        IInvocationOperation { Arguments: { Length: 2 } arguments } => arguments[0].Value.Syntax.ToString(),
        _ => null,
    };
}
