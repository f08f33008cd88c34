using System.Collections.Immutable;
using System.Globalization;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(x)/log(2), log(x)/log(10) and Math.Log(x, 10), which round twice.</summary>
internal sealed class LogByBase : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogByBase,
        "Logarithm to base 2 or 10 as a quotient",
        "log(x)/log({0}) is rounded twice: log(1000)/log(10) is 2.9999999999999996; call {1} instead",
        Accuracy,
        "Whole powers of the base give whole numbers only from the function of that base.",
        DiagnosticSeverity.Info,
        enabled: false);

    private static readonly Pattern Pattern = P.Is(
        Op.Div,
        P.Either(P.Is(Op.Log, P.Any("x")), P.Is(Op.Mul, P.Any("factor"), P.Is(Op.Log, P.Any("x")))),
        P.Is(Op.Log, P.As("b", P.Is(Op.Const))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Div, Op.LogBase);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Log, Op.LogBase);

    public override Finding? Look(Site site)
    {
        Match? match = Pattern.On(site.Value);
        double b = site.Value.Is(Op.LogBase) ? site.Value.Arg(1).Is(Op.Const) ? site.Value.Arg(1).Number : 0 : match?["b"].Number ?? 0;
        Value x = site.Value.Arg(0);
        if (b is not (2 or 10) || x.Is(Op.Const) || site.Operation is not (IInvocationOperation or IBinaryOperation) || site.IsTensor || site.IsForeign || NameOf(site, b) is not { } name)
        {
            return null;
        }

        return new Finding(b.ToString(CultureInfo.InvariantCulture), name) { Cure = CureOf(site.Operation, name) };
    }

    // log(x) must stand there, for x to be at hand.
    private static Cure? CureOf(IOperation site, string name)
    {
        IOperation? logarithm = site is IBinaryOperation quotient ? Terms.Unwrapped(quotient.LeftOperand) : site;
        return logarithm is IInvocationOperation && Operands.Of(logarithm) is { } x
            ? Cure.Of(title: null, site, name + "(" + x.Syntax + ")")
            : null;
    }

    // Older frameworks and Unity have no Log2.
    private static string? NameOf(Site site, double b)
    {
        string name = b == 2 ? "Log2" : "Log10";
        string type = site.ElementType?.SpecialType == SpecialType.System_Single ? "System.MathF" : "System.Math";
        return site.Session.Compilation.GetTypesByMetadataName(type) is { Length: > 0 } types && !types[0].GetMembers(name).IsEmpty ? type.Substring("System.".Length) + "." + name : null;
    }
}
