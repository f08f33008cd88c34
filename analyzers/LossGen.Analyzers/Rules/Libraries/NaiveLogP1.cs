using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Libraries;

/// <summary>LogP1, ExpM1 and their kin of .NET, whose bodies are log(x + 1) and exp(x) − 1.</summary>
internal sealed class NaiveLogP1 : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.NaiveLogP1,
        "LogP1 and ExpM1 of .NET lose small arguments",
        "{0}.{1} is {2} as written and 0 for |x| below {3}; {4}",
        Library,
        "The one purpose of these functions is to be accurate near zero, and there they return zero.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } =
        ImmutableArray.Create(Op.Log1p, Op.Log2p1, Op.Log10p1, Op.Expm1, Op.Exp2m1, Op.Exp10m1);

    public override Finding? Look(Site site)
    {
        if (site.Member is not { } member || !member.Flags.HasFlag(ValueFlags.Naive) || site.Operation is not IInvocationOperation { TargetMethod: var method } call)
        {
            return null;
        }

        bool scalar = Types.IsFloating(call.Type);
        string type = call.ConstrainedToType?.Name ?? method.ContainingType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        Precision precision = Precision.Of(scalar || call.Arguments.Length == 0 ? call.Type : call.Arguments[0].Parameter?.Type);
        string name = NameOf(site.Value.Op);
        string advice = scalar && call.Type?.Name != "Half" ? "call StableMath." + name + " instead" : "StableMath." + name + " is accurate";
        return new Finding(type, method.Name, FormulaOf(site.Value.Op), precision.Unit, advice)
        {
            Cure = scalar ? Cures.Call(site, "StableMath." + name + "($0)", site.Value.Args[0]) : null,
        };
    }

    private static string NameOf(Op op) => op switch
    {
        Op.Log1p => "Log1p",
        Op.Log2p1 => "Log2P1",
        Op.Log10p1 => "Log10P1",
        Op.Expm1 => "Expm1",
        Op.Exp2m1 => "Exp2M1",
        _ => "Exp10M1",
    };

    private static string FormulaOf(Op op) => op switch
    {
        Op.Log1p => "Log(x + 1)",
        Op.Log2p1 => "Log2(x + 1)",
        Op.Log10p1 => "Log10(x + 1)",
        Op.Expm1 => "Exp(x) − 1",
        Op.Exp2m1 => "Exp2(x) − 1",
        _ => "Exp10(x) − 1",
    };
}
