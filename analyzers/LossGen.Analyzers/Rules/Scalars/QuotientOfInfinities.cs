using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>A quotient of which both sides are infinite for the same large x: derivatives of the logistic function, coth,
/// gradients of a logistic loss.</summary>
internal sealed class QuotientOfInfinities : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.QuotientOfInfinities,
        "Quotient of two exponentials that overflow",
        "Both sides of this quotient are infinite once {0} {1}, and the result is NaN; divide both by the exponential, or write it with sigmoid and tanh",
        Stability,
        "Infinity divided by infinity is NaN, although the quotient itself is small and smooth.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Div, Op.Neg);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp);

    public override Finding? Look(Site site)
    {
        Value quotient = site.Value.Is(Op.Neg) ? site.Value.Args[0] : site.Value;
        if (!quotient.Is(Op.Div) || !Surroundings.IsQuotient(site) || Surroundings.IsInLogarithm(site.Operation))
        {
            return null;
        }

        Precision precision = Precision.Of(site.ElementType);
        (Value above, Value below) = (quotient.Args[0], quotient.Args[1]);
        foreach (Value x in Overflow.ExponentsIn(below).Distinct())
        {
            foreach (bool isNegative in new[] { false, true })
            {
                if (Overflow.IsInfinite(above, x, isNegative) && Overflow.IsInfinite(below, x, isNegative)
                    && IsReachable(site, x, isNegative, precision.Overflow))
                {
                    string limit = precision.ExpOverflow;
                    return new Finding(Contents.TextOf(x), isNegative ? "is below −" + limit : "exceeds " + limit);
                }
            }
        }

        return null;
    }

    private static bool IsReachable(Site site, Value x, bool isNegative, double most) =>
        !x.Is(Op.Const) && !Surroundings.IsPower(x)
        && !(isNegative ? Bounds.Below(x, site.Facts, -most) : Bounds.Above(x, site.Facts, most))
        && !Shape.Any(x, part => Names.Say(Meaning.PhysicalQuantity, part.Name))
        && !site.Facts.Compare(x) && !site.Facts.Checked(Value.Of(Op.Exp, x))
            && !site.Facts.Checked(Value.Of(Op.Exp, Canonical.Negate(x)));
}
