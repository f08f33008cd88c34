using System;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Evidence;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Models;

/// <summary>
/// A method that is called softmax and computes a sigmoid of each number, or divides the numbers themselves by the sum of their exponentials.
/// </summary>
internal sealed class SoftmaxThatIsSigmoid : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.SoftmaxThatIsSigmoid,
        "Method called softmax that is none",
        "{0} {1} here: the results do not sum to 1; divide each exponential by their sum, or rename it",
        Models,
        "A softmax is exp(x) over the sum of all exp(x). Sigmoids look at each x alone, and x itself is no exponential.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sigmoid, Op.Div);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Exp, Op.Sigmoid);

    // x over the sum of exp(x)
    private static readonly Pattern WithoutExp =
        P.Is(Op.Div, P.Placed(P.Any("x")), P.Placed(P.Is(Op.Sum, P.Placed(P.Exp(P.Placed(P.Any("x")))))));

    // A sigmoid of a difference is a softmax of two, and one beside a softmax may belong to a gate.
    public override Finding? Look(Site site) =>
        site.Owner is IMethodSymbol method && NameOf(method) is { } name
        && Shape.WithoutPlace(site.Value.Args[0]) is { Op: Op.Leaf } x && IsFirst(x, method)
        && (site.Value.Is(Op.Sigmoid) || WithoutExp.On(site.Value) is not null)
        && (IsReturned(site, method) || IsLeftAsOutput(site.Operation))
            ? new Finding(name, site.Value.Is(Op.Sigmoid)
                ? "computes a sigmoid of each number"
                : "divides the numbers themselves by the sum of their exponentials")
            : null;

    // Also where something that nobody declares may have written what is passed.
    private static bool IsFirst(Value x, IMethodSymbol method) => x.Key is IParameterSymbol { Ordinal: 0 }
        || (method.Parameters is [{ Type: IErrorTypeSymbol, Name: var only }, ..] && x.Name == only);

    // softmax(x), or the Forward of a class that is called softmax
    private static string? NameOf(IMethodSymbol method) => Names.Say(Meaning.Softmax, method.Name) ? method.Name
        : FunctionNames.IsUse(method.Name) && Names.Say(Meaning.Softmax, method.ContainingType.Name) ? method.ContainingType.Name
        : null;

    // Output = 1 / (1 + Math.Exp(-x));
    private static bool IsLeftAsOutput(IOperation result)
    {
        while (result.Parent is IConversionOperation or IParenthesizedOperation)
        {
            result = result.Parent;
        }

        return result.Parent is ISimpleAssignmentOperation { Target: var target }
            && Names.Say(
                Meaning.Prediction, Missing.MemberOf(target)?.Name ?? (target as IMemberReferenceOperation)?.Member.Name, Degree.Sure);
    }

    private static bool IsReturned(Site site, IMethodSymbol method) =>
        site.Session.Summaries.Of(method, new CallDepth(CallDepth.Most - 1), default) is { Returned: var returned }
            && Shape.WithoutPlace(Settled(returned)).Is(site.Value.Op);

    // An array that is filled with nothing but sigmoids
    private static Value Settled(Value returned) => returned.Is(Op.Store) ? returned.Args[2] : returned;
}
