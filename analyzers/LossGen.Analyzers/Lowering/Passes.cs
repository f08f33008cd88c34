using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

/// <summary>Counts the passes of a loop whose limits are constants: <c>for (int i = 0; i &lt; 4; i++)</c>.</summary>
internal static class Passes
{
    /// <summary>The most passes the loop can make, or null. Of a loop whose body moves the counter no product is made.</summary>
    public static int? Of(IOperation loop)
    {
        if (loop is not IForLoopOperation { Before: [var first], Condition: IBinaryOperation test,
                AtLoopBottom: [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } step }] }
            || test.OperatorKind is not (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual)
            || StartOf(first) is not var (counter, start) || ConstantOf(test.RightOperand) is not { } end
            || !Same(counter, LocalOf(step.Target)) || !Same(counter, LocalOf(test.LeftOperand)))
        {
            return null;
        }

        long passes = (long)end - start + (test.OperatorKind == BinaryOperatorKind.LessThanOrEqual ? 1 : 0);
        return passes is >= 0 and <= int.MaxValue ? (int)passes : null;
    }

    private static (ISymbol Counter, int Start)? StartOf(IOperation first) => first switch
    {
        IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var declarator] }] }
            when ConstantOf(declarator.GetVariableInitializer()?.Value) is { } start => (declarator.Symbol, start),
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment }
            when LocalOf(assignment.Target) is { } counter && ConstantOf(assignment.Value) is { } start => (counter, start),
        _ => null,
    };

    private static ISymbol? LocalOf(IOperation operation) => (operation as ILocalReferenceOperation)?.Local;

    private static bool Same(ISymbol counter, ISymbol? other) => SymbolEqualityComparer.Default.Equals(counter, other);

    private static int? ConstantOf(IOperation? operation) =>
        operation?.ConstantValue is { HasValue: true, Value: int number } ? number : null;
}
