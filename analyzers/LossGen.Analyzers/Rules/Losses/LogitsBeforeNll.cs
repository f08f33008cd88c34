using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>The output of a linear layer given to a loss that takes probabilities or their logarithms.</summary>
internal sealed class LogitsBeforeNll : Rule
{
    private const string WithLogits = "binary_cross_entropy_with_logits";
    private const string OutOfRange = "values outside of 0 … 1 are an error at run time";
    private const string Linear = "the output of a linear layer";

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogitsBeforeNll,
        "Logits before a loss of probabilities",
        "This loss takes {0} and gets {1}: {2}; call {3}",
        Domains,
        "A linear layer knows neither bounds nor normalisation.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.NllLoss, Op.Bce);

    public override Finding? Look(Site site)
    {
        Value given = Shape.WithoutPlace(site.Value.Arg(0));
        bool binary = site.Value.Is(Op.Bce);
        if (binary && Contents.DomainOf(Shape.WithoutGuard(given)) == Domain.LogProbabilities)
        {
            return new Finding("probabilities", Contents.NameOf(Shape.WithoutGuard(given)), OutOfRange, WithLogits + " on the logits") { At = Operands.Argument(site, 0) };
        }

        return !given.Is(Op.Linear) && given.DeclaredDomain != Domain.Logits ? null
            : binary ? new Finding("probabilities", Linear, OutOfRange, WithLogits) { At = Operands.Argument(site, 0), Cure = Renamed(site, "binary_cross_entropy", WithLogits) }
            : new Finding("log-probabilities", Linear, "it has no lower bound and is no likelihood", "cross_entropy") { At = Operands.Argument(site, 0), Cure = Renamed(site, "nll_loss", "cross_entropy") };
    }

    private static Cure? Renamed(Site site, string from, string to) =>
        site.Operation.Syntax is InvocationExpressionSyntax call && Cures.NameOf(call)?.Identifier.ValueText == from
            ? Cure.Of("Call " + to + " (changes the loss)", site.Operation, Cures.Renamed(site.Operation, to))
            : null;
}
