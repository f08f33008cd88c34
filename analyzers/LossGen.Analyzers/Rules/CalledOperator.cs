using LossGen.Analyzers.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>An operator that is spelled as a function of two of a kind: <c>N.Multiply(y, x)</c>, <c>graph.Sub(one, p)</c>.</summary>
/// <param name="Kind">Which operator.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
internal sealed record CalledOperator(BinaryOperatorKind Kind, IOperation Left, IOperation Right)
{
    /// <summary>The operator, written either way, or null.</summary>
    public static CalledOperator? Of(IOperation operation) => operation switch
    {
        IBinaryOperation binary => new CalledOperator(binary.OperatorKind, binary.LeftOperand, binary.RightOperand),
        IInvocationOperation { Arguments: { Length: 2 } pair, Type: { } type, TargetMethod.Name: var name }
            when KindOf(name) is var kind and not BinaryOperatorKind.None && IsOf(type, pair[0]) && IsOf(type, pair[1]) =>
            new CalledOperator(kind, pair[0].Value, pair[1].Value),
        IInvalidOperation when Missing.Operation(operation) is { Arguments: [var left, var right] } call
            && KindOf(call.Name) is var kind and not BinaryOperatorKind.None =>
            new CalledOperator(kind, left.Value, right.Value),
        _ => null,
    };

    /// <summary>What a call such as <c>N.Negate(x)</c> turns the sign of, or null.</summary>
    public static IOperation? Negated(IOperation operation) =>
        operation is IInvocationOperation
        { Arguments: { Length: 1 } one, Type: { } type, TargetMethod.Name: "Negate" or "Neg" } && IsOf(type, one[0])
            ? one[0].Value
            : Missing.Operation(operation) is { Name: "Negate" or "Neg", Arguments: [var only] } ? only.Value
            : null;

    private static BinaryOperatorKind KindOf(string name) => name switch
    {
        "Add" or "Plus" => BinaryOperatorKind.Add,
        "Subtract" or "Sub" or "Minus" => BinaryOperatorKind.Subtract,
        "Multiply" or "Mul" or "Times" => BinaryOperatorKind.Multiply,
        _ => BinaryOperatorKind.None,
    };

    private static bool IsOf(ITypeSymbol type, IArgumentOperation argument) =>
        SymbolEqualityComparer.Default.Equals(argument.Parameter?.Type, type);
}
