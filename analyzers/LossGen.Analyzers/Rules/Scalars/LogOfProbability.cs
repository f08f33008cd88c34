using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>y·log(p), p·log(p) and −log(p) of a probability that nothing keeps away from 0.</summary>
internal sealed class LogOfProbability : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogOfProbability,
        "Logarithm of a probability that may be 0",
        "{0} where the probability is rounded to {1}; {2}",
        Stability,
        "Softmax and sigmoid give exact zeros long before logits overflow: a logarithm is −∞ there, and 0·(−∞) is NaN.");

    private static readonly Pattern Whole = BinaryCrossEntropy.Of(P.AnyLog(P.Any("p")), P.AnyLog(P.Is(Op.Sub, P.Number(1), P.Any("p"))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log, Op.Log2, Op.Log10, Op.LogBase, Op.Add, Op.Sub,
        Op.Mul);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Log, Op.Log2, Op.Log10, Op.LogBase);

    public override Finding? Look(Site site)
    {
        if (site.Value.Op is Op.Add or Op.Sub)
        {
            return Whole.On(site.Value) is { } whole && IsUnguarded(site, whole["p"]) && IsFromElsewhere(site)
                ? OfKind(TermKind.Binary, site)
                : null;
        }

        if (site.Value.Is(Op.Mul))
        {
            return IsTermOfOwn(site) ? OfKind(TermKind.CrossEntropy, site) : null;
        }

        if (site.Value.Arg(0) is { Op: Op.Div, Args: [var weight, _] } && IsUnguarded(site, weight) && Divergence.WeightOf(site) is { } written && !Clipping.MayReach(written))
        {
            return new Finding("p·log(p/q) is NaN", "0", site.IsTensor ? "call xlogy(p, p / q) instead" : "call StableMath.XLogY(p, p / q) instead");
        }

        if (IsBareOutcome(site))
        {
            return OfKind(TermKind.Binary, site);
        }

        Value logged = site.Value.Arg(0);
        Value p = WithoutComplement(logged);
        bool isRest = !ReferenceEquals(p, logged);
        bool isZero = MayBe(0, p, site.Facts), isOne = MayBe(1, p, site.Facts);
        if (!(isZero || isOne) || site.Facts.Compare(logged) && isRest || !Operands.IsCall(site.Operation)
            || Operands.Of(site.Operation) is not { } operand || Clipping.MayReach(operand))
        {
            return null;
        }

        // Of y·log(p) + (1 − y)·log(1 − p), a p that is kept from 0 alone is still 1 somewhere.
        IOperation probability = WithoutIdleClip(operand);
        TermKind kind = ProbabilityTerm.KindOf(site, probability);
        bool isReached = kind is TermKind.Binary ? isZero || isOne : isRest ? isOne : isZero;
        return isReached && !Surroundings.IsCutOff(site.Operation) && OfKind(kind, site, isRest ? "1" : "0") is { } finding
            ? finding with { Cure = ZeroTimesLog.Of(site, kind) } : null;
    }

    // Whether a probability may be rounded to a number: p == 0 ? ε : p is never 0, and is 1 where p is.
    private static bool MayBe(double number, Value p, Facts facts) =>
        !facts.TellFrom(p, number) && (Shape.WithoutPlace(p) is { Op: Op.Choose, Args: [var condition, var one, var other] }
            ? (!one.Is(Op.Const) && MayBe(number, one, facts.And(condition, holds: true)))
                || (!other.Is(Op.Const) && MayBe(number, other, facts.And(condition, holds: false)))
            : IsBare(p));

    private static Finding? OfKind(TermKind kind, Site site, string limit = "0") => kind switch
    {
        TermKind.Binary => new Finding("This cross-entropy is ∞ or NaN", "0 or 1", "take the logits and " + (site.IsTensor ? "binary_cross_entropy_with_logits" : "StableMath.LogSigmoid, or clip the probability")),
        TermKind.CrossEntropy => new Finding("This cross-entropy is ∞, and NaN for a target of 0,", limit, "take the logits and " + (site.IsTensor ? "cross_entropy" : "StableMath.LogSoftmax, or clip the probability")),
        TermKind.Likelihood => new Finding("This loss is ∞", limit, "take the logits and " + (site.IsTensor ? "cross_entropy" : "StableMath.LogSoftmax, or clip the probability")),
        TermKind.Policy => new Finding("This log-probability is −∞", limit, "take the logits and " + (site.IsTensor ? "log_softmax" : "StableMath.LogSoftmax, or clip the probability")),
        TermKind.Entropy => new Finding("p·log(p) is NaN", "0", site.IsTensor ? "call xlogy instead" : "call StableMath.XLogX instead"),
        _ => null,
    };

    // loss += XLogY(label, probability): where the function says nothing of what it multiplies, the names of what it is given do.
    private static bool IsTermOfOwn(Site site) =>
        site is { Member: null, Operation: IInvocationOperation { TargetMethod: var method } call }
            && LossTerm.Of(site.Value) is var (y, p) && IsUnguarded(site, p)
            && Names.Say(Meaning.Target, Shape.WithoutPlace(y).Name) && Names.Say(Meaning.Prediction, Shape.WithoutPlace(p).Name)
            && Names.Say(Meaning.Loss, Terms.Of(call).ContextIn(site.Owner), Degree.Sure)
            && !(call.Parent is IBinaryOperation { LeftOperand: IInvocationOperation one, RightOperand: IInvocationOperation other }
                && SymbolEqualityComparer.Default.Equals(one.TargetMethod, other.TargetMethod))
            && !method.Parameters.Any(parameter => Names.Say(Meaning.Target, parameter.Name, Degree.Sure) && parameter.Name != "y");

    private static bool IsUnguarded(Site site, Value value) => IsBare(value) && !site.Facts.Compare(value);

    // loss.Multiply(logs); loss.Add(rest): only the values show what the logarithms, which have nothing to say, are parts of.
    private static bool IsFromElsewhere(Site sum) =>
        Names.Say(Meaning.Loss, Terms.Of(sum.Operation).ContextIn(sum.Owner)) && !Operands.LogarithmsBeside(sum.Operation).Any(log =>
            sum.Operation.Syntax.Span.Contains(log.Syntax.Span)
            || (Operands.Of(log) is { } operand && ProbabilityTerm.KindOf(sum with { Operation = log }, operand) is not TermKind.None));

    // y = 1 ? p : 1 − p, where both are probabilities or neither is.
    private static bool IsBareOutcome(Site site)
    {
        Value outcome = site.Value.Arg(0);
        return Operands.IsCall(site.Operation) && !site.Facts.Compare(outcome) && Shape.WithoutGuard(outcome).Equals(outcome)
            && Outcome.Probabilities(outcome).Any(p => IsUnguarded(site, p) && Shape.WithoutPlace(p).Name is { } name && (Names.Say(Meaning.Probability, name) || Names.Say(Meaning.Prediction, name)));
    }

    // log(max(0, p)) and log(p < 0 ? ε : p), as they are written
    private static IOperation WithoutIdleClip(IOperation operand)
    {
        while (Choices(operand).Select(Terms.Unwrapped).Where(choice => !Terms.IsNumber(choice)).ToImmutableArray() is [var clipped])
        {
            operand = clipped;
        }

        return operand;
    }

    private static ImmutableArray<IOperation> Choices(IOperation operand) => operand switch
    {
        IInvocationOperation { TargetMethod.Name: "Max" or "Min" or "Clamp" } clip => clip.Arguments.Select(argument => argument.Value).ToImmutableArray(),
        IConditionalOperation { WhenTrue: var one, WhenFalse: { } other } => ImmutableArray.Create(one, other),
        _ => ImmutableArray<IOperation>.Empty,
    };

    private static Value WithoutComplement(Value value) => value.Is(Op.Sub) && value.Args[0].IsConst(1) ? value.Args[1] : value;

    // Anything computed in sight, a quotient of counts or a clip that keeps it from 0, is another matter.
    private static bool IsBare(Value value)
    {
        value = Shape.WithoutPlace(Shape.WithoutIdleClip(Shape.WithoutPlace(value)));
        if (value.Key is IInvocationOperation { TargetMethod.ContainingNamespace: var home } && home.ToDisplayString().StartsWith("System", StringComparison.Ordinal))
        {
            return false;
        }

        return value.Op is Op.Leaf or Op.Member or Op.LoopVariable or Op.Item or Op.Probabilities && Names.MayBeProbability(value.Name ?? string.Empty);
    }
}
