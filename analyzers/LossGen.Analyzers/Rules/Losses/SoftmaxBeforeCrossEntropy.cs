using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Losses;

/// <summary>Probabilities given to a loss that takes logits: it applies its own softmax, or sigmoid, once more.</summary>
internal sealed class SoftmaxBeforeCrossEntropy : Rule
{
    private const string Loss = "This loss";

    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SoftmaxBeforeCrossEntropy,
        "Softmax before a cross-entropy that takes logits",
        "{0} takes logits and gets {1}; {2}",
        Domains,
        "A second softmax flattens the distribution: the loss has a floor far above zero and its gradient vanishes.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.CrossEntropyWithLogits, Op.BceWithLogits, Op.TakesLogits);

    public override Finding? Look(Site site)
    {
        Value input = site.Value.Arg(0);
        Value given = Shape.WithoutGuard(input);
        bool binary = site.Value.Is(Op.BceWithLogits);
        Finding? finding = Contents.DomainOf(given) switch
        {
            Domain.Probabilities when site.Value.Is(Op.TakesLogits) => new Finding("This", Contents.NameOf(given), "pass the logits: it was made for numbers of any size, and these all lie between 0 and 1"),
            Domain.Probabilities when binary => new Finding(
                Loss, Contents.NameOf(given), "pass the logits: with a second sigmoid it cannot fall below 0.313 for positive and 0.693 for negative targets"),
            Domain.Probabilities => new Finding(Loss, Contents.NameOf(given), "pass the logits: " + Floor(site)),
            Domain.LogProbabilities when site.Value.Is(Op.CrossEntropyWithLogits) && !given.Is(Op.LogSigmoid) => new Finding(Loss, Contents.NameOf(given), "that does no harm, as a log-softmax of a log-softmax is itself, but it is computed twice")
            {
                Severity = DiagnosticSeverity.Info,
            },
            Domain.LogProbabilities when binary => new Finding(
                Loss, Contents.NameOf(given), "pass the logits: a logarithm of a probability is never above 0, so that it cannot fall below 0.693 for positive targets"),
            _ => null,
        };
        return finding is null ? null : finding with { At = ArgumentOf(site), Cure = CureOf(site, input) };
    }

    // The best case: probability 1 for the target, 0 elsewhere, and then a softmax of that.
    private static string Floor(Site site) =>
        "with a second softmax it cannot fall below " + LossFloor.TextOf(width: 1, ClassesOf(site.Operation));

    // [CrossEntropy(10)]
    public static int? ClassesOf(IOperation call)
    {
        if (call is not IInvocationOperation { TargetMethod: var method })
        {
            return null;
        }

        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute is { AttributeClass.ContainingNamespace.Name: "LossGen", ConstructorArguments: { Length: 1 } arguments }
                && arguments[0].Value is int classes && classes > 0)
            {
                return classes;
            }
        }

        return null;
    }

    private static IOperation ArgumentOf(Site site) =>
        Operands.Argument(site, 0) ?? site.Operation;

    private static Cure? CureOf(Site site, Value input)
    {
        bool exact = input.Op is Op.Softmax or Op.Sigmoid or Op.LogSoftmax or Op.LogSigmoid && input.Origin is not null;
        SyntaxNode argument = ArgumentOf(site).Syntax;
        return exact && Cures.IsExpression(site) && Parts.Of(input.Arg(0), site) is { } logits && (argument is IdentifierNameSyntax || argument.Span.Contains(logits.Span))
            ? Cure.Of("Pass the logits (changes the loss)", (argument, logits.ToString()))
            : null;
    }
}
