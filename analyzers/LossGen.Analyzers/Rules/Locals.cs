using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>Where a body declares and names its variables; looked up once for each body.</summary>
internal sealed class Locals
{
    private static readonly ConditionalWeakTable<IOperation, Locals> Known = new();

    private readonly Dictionary<ISymbol, List<ILocalReferenceOperation>> references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IVariableDeclaratorOperation> declarators = new(SymbolEqualityComparer.Default);

    private Locals(IOperation body)
    {
        foreach (IOperation operation in body.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator)
            {
                declarators[declarator.Symbol] = declarator;
            }
            else if (operation is ILocalReferenceOperation reference)
            {
                if (!references.TryGetValue(reference.Local, out List<ILocalReferenceOperation>? found))
                {
                    references.Add(reference.Local, found = new List<ILocalReferenceOperation>());
                }

                found.Add(reference);
            }
        }
    }

    /// <summary>Those of the body that an operation is part of.</summary>
    public static Locals Around(IOperation operation) => Known.GetValue(Operands.BodyOf(operation), body => new Locals(body));

    public IVariableDeclaratorOperation? Declarator(ILocalSymbol local) =>
        declarators.TryGetValue(local, out IVariableDeclaratorOperation? found) ? found : null;

    public IReadOnlyList<ILocalReferenceOperation> References(ILocalSymbol local) =>
        references.TryGetValue(local, out List<ILocalReferenceOperation>? found) ? found : ImmutableArray<ILocalReferenceOperation>.Empty;

    /// <summary>Whether what was summed up in a variable is negated where it is used: loss /= -n, return -sum.</summary>
    public bool IsNegatedLater(ILocalSymbol sum)
    {
        bool isFlipped = false;
        bool? sign = null;
        foreach (ILocalReferenceOperation reference in References(sum))
        {
            switch (reference.Parent)
            {
                case ICompoundAssignmentOperation compound when ReferenceEquals(compound.Target, reference):
                    isFlipped ^= Interpreter.OperatorOf(compound) is BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide
                        && Terms.IsNegative(compound.Value);
                    continue;
                case IAssignmentOperation assignment when ReferenceEquals(assignment.Target, reference):
                    continue;
            }

            (bool isNegated, IOperation user) = Use(reference);
            if (user is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned } }
                && SymbolEqualityComparer.Default.Equals(assigned, sum))
            {
                isFlipped ^= isNegated;
                continue;
            }

            if (sign is { } known && known != isNegated)
            {
                return false;
            }

            sign = isNegated;
        }

        return isFlipped ^ (sign is true);
    }

    // −1 · sum / n: the sign it gets, and what it goes into.
    private static (bool IsNegated, IOperation User) Use(ILocalReferenceOperation sum)
    {
        bool isNegated = false;
        IOperation current = sum;
        while (current.Parent is { } parent)
        {
            switch (parent)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus }:
                    isNegated = !isNegated;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } product:
                    isNegated ^= Terms.IsNegative(ReferenceEquals(product.LeftOperand, current) ? product.RightOperand : product.LeftOperand);
                    break;
                case IConversionOperation or IParenthesizedOperation:
                    break;
                default:
                    return (isNegated, parent);
            }

            current = parent;
        }

        return (isNegated, current);
    }
}
