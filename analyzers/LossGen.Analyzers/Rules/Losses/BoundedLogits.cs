using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>A loss of logits that is given numbers between close limits: tanh, a hard clip, a cosine. It cannot come near 0.</summary>
internal sealed class BoundedLogits : Rule
{
    // A loss that can fall below this is trained as well as any.
    private const double NoHarm = 0.01;

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.BoundedLogits,
        "Loss of logits of numbers between close limits",
        "This loss takes logits of any size and is given {0}: {1}; drop the limit, or multiply by a scale",
        Domains,
        "Softmax and sigmoid need differences of 5 and more to be sure; a tanh allows 2.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits, Op.BceWithLogits);

    public override Finding? Look(Site site)
    {
        // Numbers that are written down are an example, and no limit.
        Value given = Shape.WithoutPlace(site.Value.Arg(0));
        Range range = Ranges.Of(given, site.Facts);
        if (given.Op is Op.Tuple or Op.Const || double.IsInfinity(range.Width) || !(range.Width > 0)
            || Contents.DomainOf(given) != Domain.Unknown)
        {
            return null;
        }

        string? floor = site.Value.Is(Op.BceWithLogits) ? OfBinary(range)
            : OfClasses(range.Width, SoftmaxBeforeCrossEntropy.ClassesOf(site.Operation));
        return floor is null ? null
            : new Finding(Contents.NameOf(given, range), "it cannot fall below " + floor) { At = Operands.Argument(site, 0) };
    }

    // softplus(−high) for a positive, softplus(low) for a negative target
    private static string? OfBinary(Range range)
    {
        (double positive, double negative) = (Ranges.Softplus(-range.High), Ranges.Softplus(range.Low));
        return positive < NoHarm && negative < NoHarm ? null
            : LossFloor.Text(positive) + " for positive and " + LossFloor.Text(negative) + " for negative targets";
    }

    private static string? OfClasses(double width, int? classes) =>
        LossFloor.Of(width, classes ?? 10) < NoHarm ? null : LossFloor.TextOf(width, classes);
}
