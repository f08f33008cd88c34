using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Rules.Losses;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Epsilons;

/// <summary>y·log(p + ε) + (1 − y)·log(1 − p + ε), and log(p + ε) of what is declared a probability.</summary>
internal sealed class EpsilonInCrossEntropy : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.EpsilonInCrossEntropy,
        "Epsilon in the logarithm of a cross-entropy",
        "The epsilon {0}; keep the logits and call {1} instead",
        Epsilons,
        "An epsilon hides that the logarithm of a rounded probability is taken. A loss of logits needs none.");

    private static readonly Pattern OfP = P.AnyLog(P.Is(Op.Add, P.Any("p"), P.As("eps", P.Epsilon())));

    private static readonly Pattern OfRest = P.AnyLog(P.Either(
        P.Is(Op.Add, P.Is(Op.Sub, P.Number(1), P.Any("p")), P.Epsilon()),
        P.Is(Op.Sub, P.AboutOne(), P.Any("p"))));

    private static readonly Pattern CrossEntropy = BinaryCrossEntropy.Of(OfP, OfRest);

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } =
        ImmutableArray.Create(Op.Add, Op.Sub, Op.Log);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Log);

    public override Finding? Look(Site site)
    {
        if (site.Policy.AllowsEpsilons)
        {
            return null;
        }

        Match? match = site.Value.Is(Op.Log) ? OfP.On(site.Value) is { } one && (IsDeclared(one["p"]) || IsTermOfLoss(site)) ? one : null : CrossEntropy.On(site.Value);
        if (match is null || Shape.WithoutGuard(match["p"]).Op is Op.Sigmoid or Op.Softmax || EpsilonBehindClip.HasFloor(match["p"]) || ProbabilityOutOfRange.IsNegative(match["p"], site))
        {
            return null;
        }

        bool binary = !site.Value.Is(Op.Log);
        return new Finding(
            Effect(match["eps"]) + " and moves it for every small p",
            site.IsTensor ? binary ? "binary_cross_entropy_with_logits" : "log_softmax" : binary ? "a [BinaryCrossEntropy] kernel" : "StableMath.LogSoftmax");
    }

    // What is declared somewhere else has a name and no number.
    private static string Effect(Value epsilon) => epsilon.Is(Op.Const)
        ? epsilon.Number.ToString("0.###E+0", CultureInfo.InvariantCulture) + " stops the logarithm at " + Math.Log(epsilon.Number).ToString("0.0", CultureInfo.InvariantCulture).Replace('-', '−')
        : "stops the logarithm";

    // y·log(p + ε) and −log(p + ε), told by their names; with log(1 − p) beside it, the sum of both is reported, unless they stand in two branches.
    private static bool IsTermOfLoss(Site site) =>
        Operands.Of(site.Operation) is { } operand && CalledOperator.Of(Held(site, operand)) is { Kind: BinaryOperatorKind.Add } sum
            && (IsTerm(site, sum.Left) || IsTerm(site, sum.Right));

    // var q = p + eps; loss -= y * Math.Log(q);
    private static IOperation Held(Site site, IOperation operand) =>
        Terms.MadeWith(site, operand) is { } value ? Terms.Unwrapped(value) : operand;

    private static bool IsTerm(Site site, IOperation probability) => ProbabilityTerm.KindOf(site, probability) switch
    {
        TermKind.CrossEntropy or TermKind.Likelihood => true,
        TermKind.Binary => Terms.Of(site.Operation).Factor is null,
        _ => false,
    };

    private static bool IsDeclared(Value p)
    {
        p = Shape.WithoutPlace(p);
        return p.Is(Op.Probabilities) || p.DeclaredDomain == Domain.Probabilities;
    }
}
