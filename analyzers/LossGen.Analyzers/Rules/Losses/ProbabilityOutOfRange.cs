using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>A loss of probabilities, of a library or written out, that is given numbers outside of [0, 1].</summary>
internal sealed class ProbabilityOutOfRange : Rule
{
    // 1 + ε and −ε are roundings and guards.
    private const double Slack = 1e-2;
    private const string Clipped = "whatever the clip cuts off has no gradient";

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.ProbabilityOutOfRange,
        "Loss of probabilities of numbers outside of 0 … 1",
        "This loss of probabilities is given {0}; {1}",
        Domains,
        "A tanh, a ReLU or a linear layer does not end in probabilities: the logarithm of a negative number is NaN.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Bce, Op.Log, Op.Log2, Op.Log10, Op.LogBase);

    public override Finding? Look(Site site)
    {
        Value given = Shape.WithoutGuard(site.Value.Arg(0));
        Range range = Ranges.Of(given, site.Facts);
        bool isBelow = range is { IsReached: true, Low: < -Slack };
        bool isAbove = range is { IsReached: true, High: > 1 + Slack };
        Range clipped = Ranges.Of(site.Value.Arg(0), site.Facts);
        string name = Contents.NameOf(given, range);
        string cure = given.Is(Op.Tanh) ? ": end in a sigmoid, or in (1 + tanh) / 2" : ": end in a sigmoid or softmax";
        if (site.Value.Is(Op.Bce) && (isBelow || isAbove))
        {
            string effect = clipped is { Low: >= 0, High: <= 1 } ? Clipped : "values outside of 0 … 1 are an error at run time";
            return new Finding(name, effect + cure) { At = Operands.Argument(site, 0) };
        }

        return !site.Value.Is(Op.Bce) && isBelow && IsOfLoss(site, given) ? new Finding(name, (clipped.Low >= 0 ? Clipped
            : "its logarithm is NaN below 0") + cure) : null;
    }

    /// <summary>Whether a value that is taken for a probability is negative as often as not.</summary>
    public static bool IsNegative(Value probability, Site site) =>
        Ranges.Of(Shape.WithoutGuard(probability), site.Facts) is { IsReached: true, Low: < -Slack };

    // Nobody trains a network to avoid NaN; elsewhere the argument may be positive for reasons out of sight, unless it is part of a loss.
    private static bool IsOfLoss(Site site, Value given) =>
        Shape.Any(given, part => part.Is(Op.Linear) || part.DeclaredDomain == Domain.Logits)
        || ProbabilityTerm.KindOfGuarded(site) is not TermKind.None
        || (Shape.Any(given, part => part.Is(Op.Tanh)) && ProbabilityTerm.IsOfChosenClass(site));
}
