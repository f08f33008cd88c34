using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(softmax(x)), also of one element, and with an epsilon or a clip between.</summary>
internal sealed class LogOfSoftmax : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogOfSoftmax,
        "Logarithm of a softmax",
        "The logarithm of a softmax {0}; call {1} instead",
        Stability,
        "Softmax rounds small probabilities to zero, so that their logarithm is −∞ and their gradient NaN.");

    private static readonly Pattern Pattern = P.AnyLog(P.As("p", P.Guarded(P.As("softmax", P.Is(Op.Softmax, P.Any("x"))))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log, Op.Log2, Op.Log10, Op.LogBase);

    public override Finding? Look(Site site)
    {
        if (Pattern.On(site.Value) is not { } match || IsSafe(match, site) || (site.Policy.AllowsEpsilons && !Shape.WithoutPlace(match["p"]).Is(Op.Softmax)))
        {
            return null;
        }

        // p·log(p + ε) goes to 0 as p·log(p) does, and so does its gradient.
        bool isGuarded = !Shape.WithoutPlace(match["p"]).Is(Op.Softmax);
        if (isGuarded && Terms.Of(site.Operation).Factor is { } factor && Held(site, factor)?.Equals(match["softmax"]) is true)
        {
            return null;
        }

        string consequence = Epsilon(match["p"]) is { } epsilon
            ? "and an epsilon stops at " + epsilon + ", where the loss no longer grows and has no gradient"
            : !isGuarded
                ? "is −∞ once logits differ by more than " + Precision.Of(site.ElementType, match["softmax"]).Gap
                : "and a clip stops growing where the clip takes over, and has no gradient there";
        return new Finding(consequence, site.IsTensor ? "log_softmax" : "StableMath.LogSoftmax")
        {
            Cure = site.Value.Is(Op.Log) && Shape.WithoutPlace(match["p"]).Is(Op.Softmax) && Cures.IsExpression(site) ? CureOf(site, match) : null,
        };
    }

    // What a variable holds, of which the expression may read an element.
    private static Value? Held(Site site, IOperation expression)
    {
        expression = Terms.Bare(expression);
        while (Indexing.Of(expression) is var (array, _))
        {
            expression = Terms.Bare(array);
        }

        Value? value = WriteSet.VariableOf(expression) is { } variable && site.Env.Variables.TryGetValue(variable, out Value? held) ? held : null;
        value = value is { Op: Op.Reference, Key: { } key } ? site.Env.Contents.TryGetValue(key, out Value? content) ? content : null : value;
        return value is null ? null : Shape.WithoutPlace(value.Is(Op.BeforeLoop) ? value.Args[0] : value);
    }

    // A logarithm that is only taken of what is positive, or logits that cannot lie far apart.
    private static bool IsSafe(Match match, Site site) =>
        site.Facts.Positive(match["p"]) || site.Facts.Positive(match["softmax"])
        || (Bounds.Above(match["x"], site.Facts) && Bounds.Below(match["x"], site.Facts));

    private static string? Epsilon(Value probability)
    {
        probability = Shape.WithoutPlace(probability);
        if (probability.Op is not (Op.Add or Op.Max))
        {
            return null;
        }

        Value epsilon = Shape.IsGuard(probability.Args[0]) ? probability.Args[0] : probability.Args[1];
        return epsilon.Is(Op.Const) ? "log(" + epsilon.Number.ToString("R", CultureInfo.InvariantCulture) + ") = " + Rounded(Math.Log(epsilon.Number)) : null;
    }

    private static string Rounded(double number) => number.ToString("0.0", CultureInfo.InvariantCulture).Replace('-', '−');

    private static Cure? CureOf(Site site, Match match)
    {
        Value softmax = match["softmax"];
        if (site.IsTensor)
        {
            return !match["p"].Is(Op.Softmax) ? null
                : Operands.IsOperand(site, softmax) ? Cure.Of(title: null, site.Operation, Cures.LogSoftmaxOf(softmax.Origin))
                : softmax.Args.Length == 2 && softmax.Args[1].Origin is { ConstantValue.HasValue: true } && Parts.Of(softmax.Args[0], site) is IdentifierNameSyntax
                    ? Cures.Call(site, "$0.log_softmax($1)", softmax.Args[0], softmax.Args[1])
                    : null;
        }

        if (ElementOfCall(site) is var (direct, index))
        {
            return Argument(direct, site) is { } logits
                ? Cure.Of(title: null, site.Operation, "StableMath.LogSoftmax(" + logits.Syntax + ", " + index.Syntax + ")")
                : null;
        }

        if (softmax.Origin is not { } origin || origin.Syntax.SyntaxTree != site.Operation.Syntax.SyntaxTree)
        {
            return null;
        }

        // The softmax was a statement of its own, or a call of the program's own function; the fixes look at what else its result is used for.
        return origin is IInvocationOperation call && Argument(call, site) is { } argument ? Cure.Of(Rebuilding.LogarithmsOfCall, origin.Syntax, argument.Syntax)
            : site.Member?.Destination >= 0 ? Cure.Of(Rebuilding.LogarithmOfSoftmax, site.Operation.Syntax, origin.Syntax)
            : Cure.Of(Rebuilding.LogarithmsOfElements, origin.Syntax);
    }

    // Math.Log(Softmax(z)[k]): the call and the element of its result, which nobody else sees.
    private static (IInvocationOperation Call, IOperation Index)? ElementOfCall(Site site)
    {
        IOperation? element = (site.Operation as IInvocationOperation)?.Arguments.FirstOrDefault()?.Value;
        while (element is IConversionOperation conversion)
        {
            element = conversion.Operand;
        }

        return element switch
        {
            IArrayElementReferenceOperation { ArrayReference: IInvocationOperation call, Indices: { Length: 1 } indices } => (call, indices[0]),
            IPropertyReferenceOperation { Instance: IInvocationOperation call, Arguments: { Length: 1 } arguments } => (call, arguments[0].Value),
            _ => null,
        };
    }

    // What the function takes the softmax of, if that is all that it does.
    private static IOperation? Argument(IInvocationOperation call, Site site)
    {
        if (site.Session.Summaries.Of(call.TargetMethod, new CallDepth(CallDepth.Most), CancellationToken.None) is not { Effects.IsEmpty: true } summary
            || Shape.WithoutPlace(summary.Returned) is not { Op: Op.Softmax, Args: { Length: 1 } of } || Shape.WithoutPlace(of[0]) is not { Op: Op.Leaf, Key: IParameterSymbol parameter })
        {
            return null;
        }

        IOperation? argument = call.Arguments.FirstOrDefault(given => given.Parameter?.Ordinal == parameter.Ordinal)?.Value;
        while (argument is IConversionOperation conversion)
        {
            argument = conversion.Operand;
        }

        return argument;
    }
}
