using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules.Epsilons;

/// <summary>A clip, or another function that changes nothing, whose result nobody uses.</summary>
internal sealed class DroppedResult : Rule
{
    private static readonly DiagnosticDescriptor Description = Describe(
        RuleIds.DroppedResult,
        "Result of a clip is dropped",
        "{0} returns its result and leaves {1} as it was; assign what it returns",
        Epsilons,
        "The value that follows is the one from before, with the zeros and infinities that the call was to take away.");

    public override DiagnosticDescriptor Descriptor => Description;

    public override Curing Curing => Curing.OneByOne;

    public override ImmutableArray<Op> Roots { get; } =
        ImmutableArray.Create(Op.Clamp, Op.Max, Op.Min, Op.Softmax, Op.LogSoftmax, Op.Sigmoid);

    public override Finding? Look(Site site)
    {
        if (site.Operation is not IInvocationOperation { Parent: IExpressionStatementOperation { Parent: IBlockOperation } statement, TargetMethod.ReturnsVoid: false } call
            || !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty // A program's own function may write its argument as well.
            || statement.Syntax is not ExpressionStatementSyntax || site.Member is not { Destination: < 0 } member
                || member.Flags.HasFlag(ValueFlags.InPlace)
            || Terms.Unwrapped(Operands.Of(call) ?? call) is not { } operand || Terms.NameOf(operand) is not { } name)
        {
            return null;
        }

        Cure? assigned = operand is ILocalReferenceOperation or IParameterReferenceOperation { Parameter.RefKind: not (RefKind.In or RefKind.RefReadOnlyParameter) }
            && SymbolEqualityComparer.Default.Equals(operand.Type, call.Type)
                ? Cure.Of("Assign it to " + operand.Syntax + " (changes the result)", call, operand.Syntax + " = " + call.Syntax)
                : null;
        return new Finding(call.TargetMethod.Name, name) { Cure = assigned };
    }
}
