using System;
using System.Collections.Immutable;
using System.Globalization;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Epsilons;

/// <summary>A constant that a Half cannot hold: 1e-8 is 0, −1e9 is −∞.</summary>
internal sealed class HalfConstant : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.HalfConstant,
        "Constant out of the range of Half",
        "{0} is {1} as a Half; {2}",
        Epsilons,
        "The smallest Half is 6E-8 and the largest 65504.");

    private const double Smallest = 2.98e-8;
    private const double Largest = 65520;

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Const);

    // A conversion to Half names the type, and perhaps no function at all.
    public override ImmutableArray<string> TriggeringNames { get; } = ImmutableArray.Create("Half");

    public override Finding? Look(Site site)
    {
        if (site.Operation is not IConversionOperation { Type: { Name: "Half", ContainingNamespace.Name: "System" } } conversion)
        {
            return null;
        }

        double number = site.Value.Number;
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return number != 0 && Math.Abs(number) < Smallest ? new Finding(text, "0", "compute in float, or use at least 1e-7")
            : Math.Abs(number) > Largest && !double.IsInfinity(number) ? new Finding(text, number < 0 ? "−∞" : "∞", "write the infinity, or stay below 65504") { Cure = Infinity(conversion, number) }
            : null;
    }

    private static Cure? Infinity(IConversionOperation conversion, double number) => conversion.Syntax is CastExpressionSyntax { Type: var half }
        ? Cure.Of("Write the infinity", conversion, half + (number < 0 ? ".NegativeInfinity" : ".PositiveInfinity"))
        : null;
}
