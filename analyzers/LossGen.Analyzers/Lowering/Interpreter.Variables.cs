using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private Value Variable(ISymbol symbol, IOperation reference)
    {
        if (WriteSet.IsAliased(writes, symbol))
        {
            return Value.Leaf(new object(), symbol.Name, reference.Type);
        }

        if (env.Variables.TryGetValue(symbol, out Value? value))
        {
            return value.At(reference);
        }

        Value? role = Memory.MayBeMemory(Memory.TypeOf(symbol)) ? null
            : symbol is IFieldSymbol ? session.Roles.Of(symbol, calls, cancellation)
            : symbol is IParameterSymbol parameter ? session.Parameters.Of(parameter, calls, cancellation)
            : null;
        return (role ?? Initial.Of(symbol)).At(reference);
    }

    private Value Field(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (field.ContainingType is { IsTupleType: true } tuple)
        {
            int index = tuple.TupleElements.IndexOf(field, 0, SymbolEqualityComparer.Default);
            Value whole = EvaluateRead(reference.Instance);
            return Canonical.Build(Op.Item, whole, Value.Const(index)).At(reference);
        }

        if (reference.Instance is null or IInstanceReferenceOperation)
        {
            if (env.Variables.ContainsKey(field) || session.Fields.ValueOf(field, reference.Instance?.Type, calls, cancellation) is not { } known)
            {
                return Variable(field, reference);
            }

            return known.At(reference);
        }

        return Member(field, reference.Instance, reference);
    }

    private Value Property(IPropertyReferenceOperation reference)
    {
        if ((session.Knowledge.Find(reference.Property) ?? session.Knowledge.FindOperation(reference.Property)) is { } known)
        {
            return Known(reference, known, reference.Instance, reference.Arguments);
        }

        if (reference.Arguments.Length > 0 && reference.Instance is not null)
        {
            return Indexing.Of(reference) is var (array, indices) ? ElementOf(array, indices, reference) : Opaque(reference);
        }

        if (env.Variables.TryGetValue(reference.Property, out Value? assigned) && reference.Instance is null or IInstanceReferenceOperation)
        {
            return assigned!.At(reference);
        }

        Domain domain = DomainAttributes.Of(reference.Property);
        if (domain == Domain.Unknown && reference.Property.GetMethod is { } getter && Summarised(getter, ImmutableArray<Value>.Empty) is { Op: not Op.Unknown } value)
        {
            Evaluate(reference.Instance);
            return value.At(reference);
        }

        if (reference.Instance is null or IInstanceReferenceOperation
            && NumberIn(reference.Property, reference.Instance?.Type) is { } number)
        {
            return number.At(reference);
        }

        return reference.Instance is null
            ? Value.Leaf(reference.Property, reference.Property.Name, reference.Type, domain).At(reference)
            : Member(reference.Property, reference.Instance, reference);
    }

    private Value ElementOf(IOperation array, ImmutableArray<IOperation> indices, IOperation reference)
    {
        Value source = Evaluate(array);
        if (IsRange(indices))
        {
            Value part = Value.Of(Op.View, RangeOf(indices[0]).Insert(0, source));
            return (array.Type is IArrayTypeSymbol ? Read(part) : part).At(reference);
        }

        Value index = Index(indices);
        return Canonical.Build(Op.Element, ReadForElement(source, index), index).At(reference);
    }

    // x[a..b] is x.Slice(a, b - a), and x[a..] is x.Slice(a); of an array it is a copy. An end counted from the back
    // is a number of its own.
    private ImmutableArray<Value> RangeOf(IOperation range)
    {
        if (range is not IRangeOperation { LeftOperand: var first, RightOperand: var last })
        {
            return ImmutableArray.Create(EvaluateRead(range));
        }

        Value start = first is null ? Value.Const(0) : EndOf(first);
        return last is null ? ImmutableArray.Create(start) : ImmutableArray.Create(start, Canonical.Build(Op.Sub, EndOf(last), start));
    }

    private Value EndOf(IOperation end) => end is IConversionOperation { Operand: var counted } && counted.Type?.Name != "Index"
        ? EvaluateRead(counted)
        : end.Type?.Name == "Index" ? Opaque(end)
        : EvaluateRead(end);

    // An element of memory that a loop is writing may be known where the memory as a whole is not.
    private Value ReadForElement(Value source, Value index) =>
        source.Is(Op.Reference) ? ContentOf(source) : Read(source);

    private Value Index(ImmutableArray<IOperation> indices)
    {
        var values = ImmutableArray.CreateBuilder<Value>(indices.Length);
        foreach (IOperation index in indices)
        {
            values.Add(EvaluateRead(index));
        }

        return values.Count == 1 ? values[0] : Value.Of(Op.Tuple, values.ToImmutable());
    }

    private static bool IsRange(ImmutableArray<IOperation> indices) => indices.Length == 1 && indices[0].Type is { Name: "Range" };
}
