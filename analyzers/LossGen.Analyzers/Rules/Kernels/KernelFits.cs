using System.Collections.Immutable;
using System.Globalization;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Patterns;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Kernels;

/// <summary>A softmax cross-entropy or its gradient written by hand, and well, over a constant number of classes: what a kernel is generated for.</summary>
internal sealed class KernelFits : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.KernelFits,
        "A generated kernel fits here",
        "This is the {0} of {1} classes; a [CrossEntropy({1})] kernel computes {2} with vectors, and keeps the digits of confident rows",
        Kernels,
        "The loops can become one partial method.",
        DiagnosticSeverity.Info);

    // max + log Σ exp(x − max), or the logarithm alone
    private static readonly Pattern Log = P.Is(Op.Log, P.Placed(P.Is(Op.Sum, P.Placed(P.Exp(P.Any("shifted"))))));

    private static readonly Pattern LogSumExp = P.Is(Op.Add, P.Is(Op.MaxOf, P.Any("m")), Log);

    private static readonly Pattern Loss = P.Either(
        P.Is(Op.Sub, LogSumExp, P.As("picked", P.Is(Op.Element, P.Any("x"), P.Any("label")))),
        P.Is(Op.Sub, Log, P.Is(Op.Sub, P.As("picked", P.Is(Op.Element, P.Any("x"), P.Any("label"))), P.Is(Op.MaxOf, P.Any("m")))),
        P.Is(Op.Add, P.Is(Op.Sub, P.Is(Op.MaxOf, P.Any("m")), P.As("picked", P.Is(Op.Element, P.Any("x"), P.Any("label")))), Log));

    // p[y] − 1 and p[k] − (k == y ? 1 : 0)
    private static readonly Pattern AtLabel = P.Is(Op.Sub, P.Is(Op.Element, P.As("softmax", P.Is(Op.Softmax, P.Any("x"))), P.Any("label")), P.Number(1));

    private static readonly Pattern AtEach = P.Is(Op.Sub, P.Is(Op.Element, P.As("softmax", P.Is(Op.Softmax, P.Any("x"))), P.Any("k")), P.Either(
        P.Is(Op.Choose, P.Either(P.Is(Op.Equal, P.Any("k"), P.Any("label")), P.Is(Op.Equal, P.Any("label"), P.Any("k"))), P.Number(1), P.Number(0)),
        P.Is(Op.Choose, P.Is(Op.Not, P.Either(P.Is(Op.Equal, P.Any("k"), P.Any("label")), P.Is(Op.Equal, P.Any("label"), P.Any("k")))), P.Number(0), P.Number(1))));

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } = ImmutableArray.Create(Op.Sub, Op.Add);

    public override ImmutableArray<Op> Triggers { get; } = ImmutableArray.Create(Op.Log, Op.Exp);

    public override Finding? Look(Site site) => OfLoss(site) ?? OfGradient(site);

    private static Finding? OfLoss(Site site)
    {
        if (site.Operation is not IBinaryOperation || Loss.On(site.Value) is not { } match || !Shape.SameUpToPlace(match["x"], match["m"])
            || !Shift.IsCertain(match["shifted"]) || ClassesOf(site.Operation) is not { } classes)
        {
            return null;
        }

        return new Finding("cross-entropy", classes, "it and its gradient")
        {
            Cure = site.Operation.Parent is IReturnOperation && Parameter(match["x"]) is { } logits && Parameter(match["label"]) is { } label
                ? Cure.Of(Rebuilding.Kernel, string.Join(" ", classes, logits.Name, label.Name), site.Operation.Syntax)
                : null,
        };
    }

    private static Finding? OfGradient(Site site)
    {
        // p[0] − 1 is no gradient, and what a loop counts through is no label.
        if ((AtLabel.On(site.Value) ?? AtEach.On(site.Value)) is not { } match || match["softmax"].Flags != ValueFlags.None || !IsLabel(match["label"])
            || ClassesOf(site.Operation) is not { } classes)
        {
            return null;
        }

        return new Finding("gradient of a cross-entropy", classes, "it in one pass")
        {
            Cure = Target(site.Operation) is { } target && WriteSet.VariableOf(target) is IParameterSymbol gradient && Parameter(match["x"]) is { } logits && Parameter(match["label"]) is { } label
                ? Cure.Of(Rebuilding.Kernel, string.Join(" ", classes, logits.Name, label.Name, gradient.Name), site.Operation.Syntax)
                : null,
        };
    }

    private static bool IsLabel(Value value) => Shape.WithoutPlace(value).Op is Op.Leaf or Op.Member && !LoopIndex.Mentions(value.Is(Op.Element) ? value.Args[0] : value);

    // The memory that "g[y] -= 1;", "g[y]--;" and "g[k] = p[k] - (k == y ? 1 : 0);" write.
    private static IOperation? Target(IOperation operation)
    {
        if (operation is IIncrementOrDecrementOperation { Parent: IExpressionStatementOperation, Target: var decremented })
        {
            return Indexing.Of(decremented)?.Array;
        }

        IOperation? assignment = operation is ICompoundAssignmentOperation ? operation : operation.Parent is IConversionOperation conversion ? conversion.Parent : operation.Parent;
        return assignment is IAssignmentOperation { Parent: IExpressionStatementOperation, Target: var target } && assignment is ISimpleAssignmentOperation or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract }
            ? Indexing.Of(target)?.Array
            : null;
    }

    private static IParameterSymbol? Parameter(Value value) => value.Key as IParameterSymbol;

    // The one constant that all loops with an exponential in them, and those for the maximum, run to.
    private static string? ClassesOf(IOperation site)
    {
        int? classes = null;
        foreach (IOperation operation in Operands.BodyOf(site).Descendants())
        {
            if (operation is not IForLoopOperation loop)
            {
                continue;
            }

            if (loop.Condition is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan, RightOperand.ConstantValue: { HasValue: true, Value: int limit } } || (classes is { } other && other != limit))
            {
                return null;
            }

            classes = limit;
        }

        return classes is > 1 ? classes.Value.ToString(CultureInfo.InvariantCulture) : null;
    }
}
