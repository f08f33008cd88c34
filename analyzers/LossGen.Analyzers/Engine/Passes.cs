using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Engine;

/// <summary>Counts the passes of a loop whose limits are constants: <c>for (int i = 0; i &lt; 4; i++)</c>.</summary>
internal static class Passes
{
    /// <summary>The most passes the loop can make, or null. A body that moves the counter as well makes fewer, or never ends.</summary>
    public static int? Of(IOperation loop)
    {
        if (loop is not IForLoopOperation { Before: [var first], Condition: IBinaryOperation test,
                AtLoopBottom: [IExpressionStatementOperation { Operation.Kind: OperationKind.Increment }] }
            || test.OperatorKind is not (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual)
            || StartOf(first) is not { } start || ConstantOf(test.RightOperand) is not { } end)
        {
            return null;
        }

        return end - start + (test.OperatorKind == BinaryOperatorKind.LessThanOrEqual ? 1 : 0);
    }

    private static int? StartOf(IOperation first) => first switch
    {
        IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var declarator] }] } =>
            ConstantOf(declarator.GetVariableInitializer()?.Value),
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment } => ConstantOf(assignment.Value),
        _ => null,
    };

    private static int? ConstantOf(IOperation? operation) =>
        operation?.ConstantValue is { HasValue: true, Value: int number } ? number : null;
}
