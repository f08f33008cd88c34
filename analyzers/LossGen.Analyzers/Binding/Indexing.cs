using System.Collections.Immutable;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Binding;

/// <summary>Recognises every way to write an element: of arrays, through indexers and pointers, of what has no known type.</summary>
internal static class Indexing
{
    public static (IOperation Array, ImmutableArray<IOperation> Indices)? Of(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation element => (element.ArrayReference, element.Indices),
        IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } instance } indexer => (instance, ValuesOf(indexer.Arguments)),
        IImplicitIndexerReferenceOperation indexer => (indexer.Instance, ImmutableArray.Create(indexer.Argument)),
        { Kind: OperationKind.None } => PointerElement.Of(operation) is var (pointer, place) ? (pointer, ImmutableArray.Create(place)) : null,
        { Kind: OperationKind.Invalid } => Missing.ElementOf(operation),
        _ => null,
    };

    private static ImmutableArray<IOperation> ValuesOf(ImmutableArray<IArgumentOperation> arguments)
    {
        var values = ImmutableArray.CreateBuilder<IOperation>(arguments.Length);
        foreach (IArgumentOperation argument in arguments)
        {
            values.Add(argument.Value);
        }

        return values.MoveToImmutable();
    }
}
