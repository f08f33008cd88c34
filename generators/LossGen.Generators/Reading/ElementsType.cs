using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>A type that holds the elements of a parameter where a span can be had without a copy.</summary>
/// <param name="Item">The type of an element, as a C# keyword or by its name.</param>
/// <param name="View">What kind of type it is.</param>
/// <param name="IsWritable">Whether its elements can be written; null for types that serve both purposes.</param>
internal sealed record ElementsType(string Item, BufferView View, bool? IsWritable)
{
    /// <summary>What is known of a type; null if it is none of these.</summary>
    public static ElementsType? Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 2, ElementType: var item } => new(StorageReader.ItemOf(item), BufferView.Matrix, null),
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var item] } span when IsIn(span, "System") =>
            new(StorageReader.ItemOf(item), BufferView.Span, span.Name == "Span"),
        INamedTypeSymbol { Name: "TensorSpan" or "ReadOnlyTensorSpan", TypeArguments: [var item] } tensor
            when IsIn(tensor, "System.Numerics.Tensors") => new(StorageReader.ItemOf(item), BufferView.Tensor, tensor.Name == "TensorSpan"),
        _ => null,
    };

    /// <summary>Whether a kernel can do with it what it does with the parameter.</summary>
    public bool Serves(bool isWritten) => IsWritable is not { } writable || writable == isWritten;

    private static bool IsIn(INamedTypeSymbol type, string space) => type.ContainingNamespace.ToDisplayString() == space;
}
