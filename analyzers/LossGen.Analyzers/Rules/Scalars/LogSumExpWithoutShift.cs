using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Domains;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Rules.Reductions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Scalars;

/// <summary>log(Σ exp(x)) without the maximum taken out: a loop, LINQ, TensorPrimitives or tensors.</summary>
internal sealed class LogSumExpWithoutShift : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.LogSumExpWithoutShift,
        "Log-sum-exp without shift",
        "log(Σ exp(x)) is infinite once an x exceeds {0} and −∞ once all are below −{1}; call {2} instead",
        Stability,
        "Subtracting the largest x before exp, and adding it after log, changes nothing but the range.");

    private static readonly Pattern Pattern = P.AnyLog(P.Guarded(P.As("sum", P.Either(
        P.Is(Op.Sum, P.Placed(P.Exp(P.Any("x")))),
        P.Is(Op.Mean, P.Placed(P.Exp(P.Any("x"))))))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.Together;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Log, Op.Log2, Op.Log10, Op.LogBase);

    public override Finding? Look(Site site)
    {
        Precision precision = Precision.Of(site.ElementType);
        if (site.Value.Op is Op.Log or Op.Log2 or Op.Log10 && Quotients.ExponentsOf(site.Value.Args[0]) is { Length: > 2 } written)
        {
            Value all = Value.Of(Op.Tuple, written);
            return written.Any(Shift.IsShifted) || Bounds.Above(all, site.Facts, precision.Overflow) || SoftmaxWithoutShift.IsNegated(all) ? null
                : new Finding(precision.ExpOverflow, precision.Gap, site.IsTensor ? "logsumexp" : "StableMath.LogSumExp");
        }

        if (IsMixture(site, precision))
        {
            string function = site.IsTensor ? "logsumexp" : "StableMath.LogSumExp";
            return new Finding(precision.ExpOverflow, precision.Gap, function + " on x + log(w)");
        }

        if (Pattern.On(site.Value) is not { } match || Shift.IsShifted(match["x"]) || Bounds.Above(match["x"], site.Facts, precision.Overflow) || SoftmaxWithoutShift.IsNegated(match["x"]))
        {
            return null;
        }

        bool exact = site.Value.Is(Op.Log) && site.Value.Args[0].Is(Op.Sum);
        return new Finding(precision.ExpOverflow, precision.Gap, site.IsTensor ? "logsumexp" : "StableMath.LogSumExp")
        {
            Cure = !exact || !Cures.IsExpression(site) ? null : site.IsTensor ? OfTensor(site, match) : OfMemory(site, match["x"]),
        };
    }

    // log Σ w·exp(x) in a likelihood: the densities of a mixture, all of which are 0 for what lies far out.
    private static bool IsMixture(Site site, Precision precision)
    {
        Value sum = Shape.WithoutPlace(site.Value.Arg(0));
        return sum.Is(Op.Sum) && ExponentIn(Shape.WithoutPlace(sum.Args[0])) is { } x && !Shift.IsCertain(x) && !site.Facts.Compare(sum)
            && !(Bounds.Above(x, site.Facts, precision.Overflow) && Bounds.Below(x, site.Facts, -precision.Vanished))
            && Names.Say(Meaning.Loss, Rules.Terms.Of(site.Operation).ContextIn(site.Owner), Degree.Sure);
    }

    private static Value? ExponentIn(Value product) => product.Op switch
    {
        Op.Mul => ExponentOf(product.Args[0]) ?? ExponentOf(product.Args[1]),
        Op.Div => ExponentOf(product.Args[0]),
        _ => null,
    };

    private static Value? ExponentOf(Value factor) =>
        Shape.WithoutPlace(factor) is { Op: Op.Exp } exp ? exp.Args[0] : ExponentIn(Shape.WithoutPlace(factor));

    // x.exp().sum(dim, keepdim).log(), with its dimension written: without one the sum is over everything, and logsumexp has no such form.
    private static Cure? OfTensor(Site site, Match match) =>
        Operands.Of(site.Operation) is IInvocationOperation { TargetMethod: { Name: "sum" } method, Syntax: InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } } sum
        && ReferenceEquals(match["sum"].Origin?.Syntax, sum.Syntax)
        && match["sum"].Args.Length == 2 && match["sum"].Args[0].Is(Op.Exp) && ReferenceEquals(Operands.Of(sum)?.Syntax, match["sum"].Args[0].Origin?.Syntax)
            ? Cures.Call(site, "$0.logsumexp(" + string.Join(", ", arguments.Skip(method.IsStatic ? 1 : 0)) + ")", match["x"])
            : null;

    // xs.Sum(x => Math.Exp(x)): what is summed is all of xs, exponentiated and nothing else.
    private static Cure? OfMemory(Site site, Value x)
    {
        if (Operands.Of(site.Operation) is ILocalReferenceOperation local)
        {
            // A loop, perhaps; the fix reads it.
            return Cure.Of(Rebuilding.LoopOfSum, site.Operation.Syntax, local.Syntax);
        }

        if (Operands.Of(site.Operation) is not IInvocationOperation { TargetMethod.Name: "Sum" } sum || Operands.Of(sum) is not { } source
            || WriteSet.VariableOf(source) is not { } variable || !IsNumbers(source.Type, site.Operation.Type))
        {
            return null;
        }

        object key = site.Env.Variables.TryGetValue(variable, out Value? held) && held is { Op: Op.Reference, Key: { } held2 } ? held2 : variable;
        Value content = site.Env.Contents.TryGetValue(key, out Value? known) ? known : Value.Leaf(key);
        return x.Equals(content) || (content.Is(Op.Exp) && content.Args[0].Is(Op.Unknown))
            ? Cure.Of(title: null, site.Operation, "StableMath.LogSumExp(" + source.Syntax + ")")
            : null;
    }

    private static bool IsNumbers(ITypeSymbol? source, ITypeSymbol? element) => source switch
    {
        IArrayTypeSymbol { Rank: 1 } array => SymbolEqualityComparer.Default.Equals(array.ElementType, element),
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1 } span => SymbolEqualityComparer.Default.Equals(span.TypeArguments[0], element),
        _ => false,
    };
}
