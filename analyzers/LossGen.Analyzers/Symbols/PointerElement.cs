using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Symbols;

/// <summary>Recognises <c>p[i]</c> on a pointer, for which there is no operation of its own.</summary>
internal static class PointerElement
{
    public static (IOperation Pointer, IOperation Place)? Of(IOperation operation)
    {
        if (operation.Kind != OperationKind.None || operation.Syntax is not ElementAccessExpressionSyntax || operation.ChildOperations.Count != 2)
        {
            return null;
        }

        IOperation pointer = operation.ChildOperations.First();
        return pointer.Type is IPointerTypeSymbol ? (pointer, operation.ChildOperations.Last()) : null;
    }
}
