using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Symbols;

/// <summary>Which types stand for memory whose elements change under the variable that holds it.</summary>
internal static class Memory
{
    public static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    public static bool IsMemory(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or IPointerTypeSymbol or INamedTypeSymbol
        {
            Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "List" or "IList" or "ArraySegment" or "IReadOnlyList" or "IEnumerable",
            Arity: 1,
        } || HasElements(type) || IsOfMathNet(type);

    /// <summary>As <see cref="IsMemory"/>, or a type that is missing and may be anything.</summary>
    public static bool MayBeMemory(ITypeSymbol? type) => type is IErrorTypeSymbol || IsMemory(type);

    /// <summary>Whether a callee may write what it gets through a parameter of the type.</summary>
    public static bool IsWritable(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or IPointerTypeSymbol or IErrorTypeSymbol or { SpecialType: SpecialType.System_Array } or INamedTypeSymbol { Name: "Span" or "Memory" or "List" or "IList" or "ArraySegment", Arity: 1 }
        || HasElements(type) || IsOfMathNet(type);

    /// <summary>
    /// Whether a method leaves what it is called on and gets as it is: one of a vector's that returns something new, and one of an array's
    /// or a sequence's that answers a question. Those that write return nothing.
    /// </summary>
    public static bool LeavesAll(IMethodSymbol method) => !method.ReturnsVoid && (IsOfMathNet(method.ContainingType)
        || method.ContainingType is { SpecialType: SpecialType.System_Array }
            or { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } });

    // A program's own vector or matrix: m[r, c] = v, and m[r, c] is v.
    private static bool HasElements(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None } || type.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        foreach (ISymbol member in Members.Of(type, WellKnownMemberNames.Indexer))
        {
            if (member is IPropertySymbol { SetMethod: not null } indexer && (Types.IsFloating(indexer.Type) || indexer.Type is ITypeParameterSymbol))
            {
                return true;
            }
        }

        return false;
    }

    // A vector or matrix of a library, of whatever kind.
    private static bool IsOfMathNet(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is INamedTypeSymbol { Name: "Vector" or "Matrix", Arity: 1, ContainingNamespace: { Name: "LinearAlgebra", ContainingNamespace.Name: "Numerics" } })
            {
                return true;
            }
        }

        return false;
    }
}
