using System.Collections.Immutable;
using System.Globalization;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>pow(1 − exp(−ce), γ) with γ below 1.</summary>
internal sealed class FocalPower : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.FocalPower,
        "Focal loss with a root",
        "The derivative of (1 − p)^{0} is ∞ at p = 1, where ce is 0: the gradient is NaN; use an exponent of at least 1, or work in logarithms",
        Stability,
        "A power below 1 has no slope at 0, and confident rows are exactly there.");

    private static readonly Pattern Pattern = P.Is(Op.Pow, P.Is(Op.Sub, P.Number(1), P.Placed(P.Either(P.Exp(P.Any("x")), P.Is(Op.Softmax), P.Is(Op.Sigmoid)))), P.Any("g"));

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Pow);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Pow);

    public override Finding? Look(Site site) => Pattern.On(site.Value) is { } match && NumberOf(match["g"]) is { } power and > 0 and < 1
        ? new Finding(power.ToString(CultureInfo.InvariantCulture))
        : null;

    // A parameter's default is what most callers mean.
    private static double? NumberOf(Value value) => value.Is(Op.Const) ? value.Number
        : value.Key is IParameterSymbol { HasExplicitDefaultValue: true, ExplicitDefaultValue: double or float } parameter
            ? System.Convert.ToDouble(parameter.ExplicitDefaultValue, CultureInfo.InvariantCulture)
        : null;
}
