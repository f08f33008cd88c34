using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Reductions;

/// <summary>The gradient of a cross-entropy with respect to the probability, −y/p or (p − y)/(p·(1 − p)), to be chained through a softmax or sigmoid.</summary>
internal sealed class GradientDividesByProbability : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.GradientDividesByProbability,
        "Gradient of a cross-entropy divided by the probability",
        "This gradient {0}; with respect to the logits it is p − y, without a quotient",
        Stability,
        "Chained through softmax or sigmoid the quotient is ∞·0, although the product is simply p − y.");

    private static readonly Pattern OfBoth = P.Is(Op.Div, P.Is(Op.Sub, P.Any("a"), P.Any("b")), P.Guarded(P.Either(
        Spread("a"), Spread("b"))));

    private static readonly Pattern Sum = P.Either(
        P.Is(Op.Sub, P.Is(Op.Div, P.Is(Op.Sub, P.Number(1), P.Any("y")), P.Guarded(P.Is(Op.Sub, P.AboutOne(), P.Any("p")))), P.Is(Op.Div, P.Any("y"), P.Guarded(P.Any("p")))),
        P.Is(Op.Sub, P.Is(Op.Div, P.Any("y"), P.Guarded(P.Any("p"))), P.Is(Op.Div, P.Is(Op.Sub, P.Number(1), P.Any("y")), P.Guarded(P.Is(Op.Sub, P.AboutOne(), P.Any("p"))))));

    // y = 0 ? 1/(1 − p) : −1/p, whichever way the loss is signed
    private static readonly Pattern OfRest = Inverse(P.Is(Op.Sub, P.AboutOne(), P.Guarded(P.Any("p"))));

    private static readonly Pattern Outcomes = P.Either(
        P.Is(Op.Choose, P.Any("y"), Inverse(P.Any("p")), OfRest), P.Is(Op.Choose, P.Any("y"), OfRest, Inverse(P.Any("p"))));

    // The gradient with respect to the logits, divided once more
    private static readonly Pattern Categorical = P.Is(Op.Div, P.Is(Op.Sub, P.Placed(P.Any("p")), P.Any("y")), P.Guarded(P.Any("p")));

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Div, Op.Neg, Op.Add, Op.Sub, Op.Choose);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Div);

    public override bool IsTriggeredBy(BinaryExpressionSyntax quotient)
    {
        ExpressionSyntax divisor = quotient.Right;
        while (divisor is ParenthesizedExpressionSyntax parenthesized)
        {
            divisor = parenthesized.Expression;
        }

        return (divisor is BinaryExpressionSyntax && HasComplementOrSquare(divisor))
            || (Names.Say(Meaning.Prediction, LastName(divisor)) && (NamesTarget(quotient.Left) || IsOne(quotient.Left)))
            || (Names.Say(Meaning.Prediction, LastName(divisor)) && IsDifferenceFrom(quotient.Left, divisor)) || NamesNegatedTarget(quotient.Left)
            || SequenceNames.IsPart(LastName(divisor));
    }

    public override Finding? Look(Site site)
    {
        if (OfBoth.On(site.Value) is { } both)
        {
            return !both.Has("less") || IsOfPrediction(site, both["p"]) ? Finding(site, both["p"], "0 or 1") : null;
        }

        if (Outcomes.On(site.Value) is { } outcomes)
        {
            return IsOfPrediction(site, outcomes["p"]) && !IsSeenInBranch(site) ? Finding(site, outcomes["p"], "0 or 1") : null;
        }

        if (site.Operation is not IBinaryOperation operation)
        {
            return null;
        }

        if (Sum.On(site.Value) is { } sum)
        {
            return Finding(site, sum["p"], "0 or 1");
        }

        if (Categorical.On(site.Value) is { } categorical && IsOfPredictionAndTarget(site, operation, categorical["p"], categorical["y"]))
        {
            return Finding(site, categorical["p"], "0");
        }

        Value quotient = site.Value.Is(Op.Neg) ? site.Value.Args[0] : site.Value;
        if (quotient.Is(Op.Div) && Shape.WithoutPlace(quotient.Args[1]).Is(Op.Softmax) && IsIn(quotient.Args[0], quotient.Args[1]))
        {
            return Finding(site, quotient.Args[1], "0");
        }

        return quotient.Is(Op.Div) && operation.OperatorKind == BinaryOperatorKind.Divide && IsOfLoss(site, operation, quotient.Args[1], site.Value.Is(Op.Neg) ^ HasNegativeFactor(quotient.Args[0])) ? Finding(site, quotient.Args[1], "0") : null;
    }

    // p·(1 − p)·a/p and −p·q·a/p: a softmax's derivative over the softmax is 0/0 where it should be (1 − p)·a and −q·a.
    private static bool IsIn(Value product, Value p) => product.Op switch
    {
        Op.Mul => IsDerivative(product.Args[0], product.Args[1], p) || IsIn(product.Args[0], p) || IsIn(product.Args[1], p),
        Op.Neg or Op.Div => IsIn(product.Args[0], p),
        Op.Choose => IsIn(product.Args[1], p) && IsIn(product.Args[2], p),
        _ => false,
    };

    private static bool IsDerivative(Value one, Value other, Value p) => IsOfSame(one, other, p) || IsOfSame(other, one, p);

    private static bool IsOfSame(Value one, Value other, Value p)
    {
        one = one.Is(Op.Neg) ? one.Args[0] : one;
        return one.Equals(p) && Shape.Any(other, part => part.Is(Op.Softmax) && part.Equals(Shape.WithoutPlace(p)));
    }

    private bool IsSeenInBranch(Site site) => site.Operation is IConditionalOperation { WhenTrue: var one, WhenFalse: { } other }
        && (Look(site with { Operation = Terms.Unwrapped(one), Value = site.Value.Args[1] })
            ?? Look(site with { Operation = Terms.Unwrapped(other), Value = site.Value.Args[2] })) is not null;

    private static Pattern Inverse(Pattern of)
    {
        Pattern inverse = P.Is(Op.Div, P.Either(P.Number(1), P.Number(-1)), P.Guarded(of));
        return P.Either(inverse, P.Neg(inverse));
    }

    // p·(1 − p), p − p², p² − p, p·(p − 1)
    private static Pattern Spread(string name) => P.Either(
        P.Is(Op.Mul, P.As("p", P.Any(name)), P.Is(Op.Sub, P.Number(1), P.Any(name))),
        P.Is(Op.Sub, P.As("p", P.Any(name)), P.Is(Op.Mul, P.Any(name), P.Any(name))),
        P.Is(Op.Sub, P.Is(Op.Mul, P.Any(name), P.Any(name)), P.As("p", P.Any(name))),
        P.Is(Op.Mul, P.As("p", P.Any(name)), P.As("less", P.Is(Op.Sub, P.Any(name), P.Number(1)))));

    // 1 − p or p · p somewhere in the divisor
    private static bool HasComplementOrSquare(SyntaxNode divisor)
    {
        foreach (SyntaxNode node in divisor.DescendantNodesAndSelf())
        {
            if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Left: LiteralExpressionSyntax }
                || IsTimesItselfLessOne(node)
                || (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product && SyntaxFactory.AreEquivalent(product.Left, product.Right)))
            {
                return true;
            }
        }

        return false;
    }

    // p · (p − 1)
    private static bool IsTimesItselfLessOne(SyntaxNode node) =>
        node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression, Left: var one, Right: ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Right: LiteralExpressionSyntax } less } }
        && SyntaxFactory.AreEquivalent(one, less.Left);

    // n·(n − 1) counts pairs: that p is a probability, its name and the method's must say.
    private static bool IsOfPrediction(Site site, Value p)
    {
        string context = Terms.Of(site.Operation).ContextIn(site.Owner);
        return (Names.Say(Meaning.Prediction, Shape.WithoutPlace(p).Name) || Names.Say(Meaning.Prediction, Terms.NameOf(p.Origin))) && (Names.Say(Meaning.Loss, context) || Names.Say(Meaning.Gradient, context));
    }

    // (p − y)/p
    private static bool IsDifferenceFrom(ExpressionSyntax dividend, ExpressionSyntax divisor) => dividend switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsDifferenceFrom(parenthesized.Expression, divisor),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Left: var p } => LastName(p) == LastName(divisor),
        _ => false,
    };

    // (p − y)/p is a relative error anywhere else: the names of both, and of the place, must say what it is.
    private static bool IsOfPredictionAndTarget(Site site, IOperation quotient, Value p, Value y)
    {
        string context = Terms.Of(quotient).ContextIn(site.Owner);
        string? target = Shape.WithoutPlace(y).Name;
        return Names.Say(Meaning.Gradient, context) && (Names.Say(Meaning.Target, target) || Names.Say(Meaning.Target, Terms.NameOf(y.Origin)))
            && (Names.Say(Meaning.CrossEntropy, context) || Names.Say(Meaning.Prediction, Shape.WithoutPlace(p).Name) || Names.Say(Meaning.Prediction, Terms.NameOf(p.Origin)));
    }

    // The target of a class that is the right one is left out.
    private static bool IsOne(ExpressionSyntax dividend) => dividend is LiteralExpressionSyntax { Token.Value: 1 or 1f or 1d } or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: 1 or 1f or 1d } };

    // y, or y times a constant
    private static bool NamesTarget(ExpressionSyntax dividend) => dividend switch
    {
        ParenthesizedExpressionSyntax parenthesized => NamesTarget(parenthesized.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product => NamesTarget(product.Left) || NamesTarget(product.Right),
        _ => Names.Say(Meaning.Target, LastName(dividend)),
    };

    private static bool NamesNegatedTarget(ExpressionSyntax dividend) =>
        dividend is PrefixUnaryExpressionSyntax && Names.Say(Meaning.Target, LastName(dividend));

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax element => LastName(element.Expression),
        ParenthesizedExpressionSyntax parenthesized => LastName(parenthesized.Expression),
        PrefixUnaryExpressionSyntax prefix => LastName(prefix.Operand),
        CastExpressionSyntax cast => LastName(cast.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => LastName(sum.Left),
        _ => null,
    };

    // −y/p, by its names: quotients are common, and only a target over a prediction in a gradient is this one.
    private static bool IsOfLoss(Site site, IBinaryOperation quotient, Value by, bool isNegative)
    {
        IOperation divisor = Terms.Bare(quotient.RightOperand);
        if (divisor is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } guarded)
        {
            divisor = Shape.IsGuard(by.Arg(1)) ? guarded.LeftOperand : guarded.RightOperand;
        }

        if (IsBesideRest(quotient, divisor))
        {
            return false;
        }

        string? target = TargetIn(quotient.LeftOperand);
        string? prediction = Terms.NameOf(divisor);
        var terms = Terms.Of(quotient);
        string context = terms.ContextIn(site.Owner);
        if (Names.Say(Meaning.OtherLoss, context))
        {
            return false;
        }

        // Where the gradient of a cross-entropy is computed, y/p may get its sign in another statement.
        bool negated = (terms.IsNegated ^ isNegative)
            || (Names.Say(Meaning.Gradient, context) && Names.Say(Meaning.CrossEntropy, context) && Names.ArePair(target, prediction));

        // Where all else says that it is the gradient of a cross-entropy, what is divided by may have any name.
        bool isSure = Names.Say(Meaning.Gradient, context) && Names.Say(Meaning.Target, target)
            && (Names.Say(Meaning.CrossEntropy, context)
                || (Names.Say(Meaning.Target, target, Degree.Sure) && !Names.Say(Meaning.Target, prediction)
                    && Terms.AreAtSamePlace(quotient.LeftOperand, divisor)));
        if (!negated || terms.Factor is { } factor && !Names.Say(Meaning.Gradient, Terms.NameOf(factor) ?? string.Empty) || !(isSure ? Names.MayBeProbability(prediction) : Names.Say(Meaning.Prediction, prediction)))
        {
            return false;
        }

        if (Terms.IsNumber(quotient.LeftOperand))
        {
            return Names.Say(Meaning.CrossEntropy, context) && Names.Say(Meaning.Gradient, context);
        }

        if (!Names.Say(Meaning.Target, target))
        {
            return false;
        }

        return Names.Say(Meaning.CrossEntropy, context) || Names.Say(Meaning.Gradient, context) || Names.ArePair(target, prediction);
    }

    // −y/p of −y/p + (1 − y)/(1 − p), which is reported as a whole
    private static bool IsBesideRest(IOperation quotient, IOperation p)
    {
        IOperation part = quotient;
        while (part.Parent is IConversionOperation or IParenthesizedOperation or IUnaryOperation)
        {
            part = part.Parent;
        }

        return part.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum
            && Terms.Bare(ReferenceEquals(sum.LeftOperand, part) ? sum.RightOperand : sum.LeftOperand)
                is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, RightOperand: var rest }
            && HasComplementOrSquare(rest.Syntax) && rest.DescendantsAndSelf().Any(other => Terms.AreAlike(other, p));
    }

    private static bool HasNegativeFactor(Value product) => product is { Op: Op.Const, Number: < 0 } || product.Is(Op.Mul) && (product.Args[0] is { Op: Op.Const, Number: < 0 } || product.Args[1] is { Op: Op.Const, Number: < 0 });

    private static string? TargetIn(IOperation dividend)
    {
        if (Terms.Bare(dividend) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product)
        {
            return Terms.NameOf(dividend);
        }

        return IsConstant(product.LeftOperand) ? TargetIn(product.RightOperand) : IsConstant(product.RightOperand) ? TargetIn(product.LeftOperand) : null;
    }

    private static bool IsConstant(IOperation factor) => Terms.IsNumber(factor) || Terms.Bare(factor) is IFieldReferenceOperation { Field: { IsStatic: true } or { IsConst: true } }
        || (Terms.Bare(factor) is { Kind: OperationKind.Invalid } missing && Missing.MemberOf(missing) is var (_, owner) && owner is { Kind: OperationKind.Invalid });

    private static Finding? Finding(Site site, Value probability, string limit)
    {
        Value p = Shape.WithoutPlace(probability);
        p = p.Is(Op.Add) ? Shape.WithoutGuard(p) : p;
        return p.Op is Op.Leaf or Op.Member or Op.LoopVariable or Op.Item or Op.Softmax or Op.Sigmoid or Op.Probabilities
            && !site.Facts.Compare(p) && !Clipping.MayReach(p.Origin)
            ? new Finding(IsGuarded(site.Value)
                ? "vanishes behind the softmax or sigmoid where the probability is below the epsilon"
                : $"is infinite or NaN once the probability is rounded to {limit}")
            : null;
    }

    private static bool IsGuarded(Value gradient) => !Shape.Any(gradient, part => part.Is(Op.Div)
        && !Shape.Any(part.Args[1], divisor => divisor.Is(Op.Add) && divisor.Args.Any(Shape.IsGuard)));
}
