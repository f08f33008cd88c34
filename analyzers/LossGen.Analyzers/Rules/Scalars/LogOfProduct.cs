using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log of a product of many probabilities, and log(pow(a, b)).</summary>
internal sealed class LogOfProduct : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogOfProduct,
        "Logarithm of a product",
        "{0}; {1}",
        Stability,
        "Sixty factors of 0.1 are 0 in float. The sum of their logarithms is −138.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log, Op.Log2, Op.Log10);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Log);

    // Ten probabilities leave the range of float only where each of them is below 1e-4.
    private const double Few = 10;

    public override Finding? Look(Site site)
    {
        Value of = Shape.WithoutPlace(site.Value.Arg(0));

        // prior · Π likelihoods
        of = of.Is(Op.Mul) && of.Args.FirstOrDefault(factor => Shape.WithoutPlace(factor).Is(Op.Product)) is { } product ? Shape.WithoutPlace(product) : of;
        return of.Is(Op.Product) && !of.Args[0].Is(Op.Const) && !(FactorsOf(of) <= Few)
                ? new Finding("A product of many factors leaves the range of the type before its logarithm does", "sum the logarithms")
            : of.Is(Op.Pow) && !of.Args[0].Is(Op.Const) && !of.Args[1].Is(Op.Const)
                ? new Finding("pow(a, b) overflows long before its logarithm", "write b·log(a)") { Severity = DiagnosticSeverity.Info, Cure = OfPower(site.Operation) }
            : null;
    }

    // The factors of all nested loops, or null where one of them counts to no constant.
    private static double? FactorsOf(Value product) =>
        !product.Is(Op.Product) ? 1 : product.Args is [var factor, { Op: Op.Const, Number: var passes }] ? passes * FactorsOf(factor) : null;

    private static Cure? OfPower(IOperation site) =>
        site is IInvocationOperation { Arguments.Length: 1 } logarithm && Operands.Of(logarithm) is IInvocationOperation { TargetMethod.Name: "Pow", Arguments: { Length: 2 } power }
        && site.Syntax is InvocationExpressionSyntax { Expression: var log }
            ? Cure.Of("Multiply the logarithm (for " + Cure.Named(power[0].Value) + " > 0)", site, Terms.Primary(power[1].Value) + " * " + log + "(" + power[0].Value.Syntax + ")")
            : null;
}
