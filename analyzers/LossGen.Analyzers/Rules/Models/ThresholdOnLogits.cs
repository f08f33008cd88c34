using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Models;

/// <summary>logits > 0.5, where a probability of one half is logit 0.</summary>
internal sealed class ThresholdOnLogits : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.ThresholdOnLogits,
        "Threshold of probabilities on logits",
        "{0}, and a probability of {1} is the logit {2}; compare with that, or take the sigmoid first",
        Models,
        "A sigmoid of 0.5 is 0.62.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Greater, Op.GreaterOrEqual);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.BceWithLogits);

    public override Finding? Look(Site site)
    {
        Value left = site.Value.Arg(0);
        Value right = site.Value.Arg(1);
        Value logits = IsLogits(left) ? left : right;
        Value limit = IsLogits(left) ? right : IsLogits(right) ? left : Value.Unknown;
        return limit.Is(Op.Const) && limit.Number is > 0 and < 1
            ? new Finding(Shape.WithoutPlace(logits).Is(Op.Linear) ? "The output of a linear layer is a logit" : "This value is the logits of a loss", limit.Number.ToString(CultureInfo.InvariantCulture), Math.Log(limit.Number / (1 - limit.Number)).ToString("0.##", CultureInfo.InvariantCulture))
            {
                Cure = limit.Number == 0.5 ? Cure.Of("Compare with 0 (changes the result)", LiteralIn(site.Operation), "0") : null,
            }
            : null;
    }

    private static bool IsLogits(Value value) => value.DeclaredDomain == Domain.Logits || Shape.WithoutPlace(value) is { Op: Op.Linear } or { DeclaredDomain: Domain.Logits };

    private static IOperation? LiteralIn(IOperation comparison) =>
        comparison.Descendants().Where(operation => operation is ILiteralOperation).Take(2).ToArray() is [var only] ? only : null;
}
