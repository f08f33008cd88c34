using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private Value? accessed;

    private Value Expression(IOperation operation) => operation switch
    {
        IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
        IConversionOperation conversion => Convert(conversion),
        ILocalReferenceOperation local => Variable(local.Local, local),
        IParameterReferenceOperation parameter => Variable(parameter.Parameter, parameter),
        IFieldReferenceOperation field => Field(field),
        IPropertyReferenceOperation property => Property(property),
        IArrayElementReferenceOperation element => ElementOf(element.ArrayReference, element.Indices, element),
        IImplicitIndexerReferenceOperation indexer => ElementOf(indexer.Instance, ImmutableArray.Create(indexer.Argument), indexer),
        IUnaryOperation unary => Unary(unary),
        IBinaryOperation binary => Binary(binary),
        IConditionalOperation conditional => Conditional(conditional),
        ISwitchExpressionOperation choice => SwitchExpression(choice),
        IIsPatternOperation test => Test(EvaluateRead(test.Value), test.Pattern) ?? Opaque(test),
        ISimpleAssignmentOperation assignment => SimpleAssignment(assignment),
        ICompoundAssignmentOperation compound => CompoundAssignment(compound),
        ICoalesceAssignmentOperation coalesce => CoalesceAssignment(coalesce),
        IIncrementOrDecrementOperation increment => Increment(increment),
        IDeconstructionAssignmentOperation deconstruction => Deconstruction(deconstruction),
        IInvocationOperation invocation => Invocation(invocation),
        IObjectCreationOperation creation => Creation(creation),
        IArrayCreationOperation array => NewArray(array),
        ICollectionExpressionOperation collection => NewCollection(collection),
        ITupleOperation tuple => Tuple(tuple),
        ITranslatedQueryOperation query => Evaluate(query.Operation),
        IDelegateCreationOperation creation => Evaluate(creation.Target),
        IAnonymousFunctionOperation function => Lambda(function),
        IMethodReferenceOperation reference => MethodGroup(reference),
        IAwaitOperation awaited => Evaluate(awaited.Operation),
        IConditionalAccessOperation access => ConditionalAccess(access),
        IConditionalAccessInstanceOperation => accessed ?? Opaque(operation),
        ICoalesceOperation coalesce => Coalesce(coalesce),
        IInstanceReferenceOperation => Value.Keyed(Op.Instance, "this").Typed(operation.Type).At(operation),
        IThrowOperation thrown => Throw(thrown),
        _ => Otherwise(operation),
    };

    // Something no one taught the engine: its parts are still run, for what they write and for the sites in them.
    private Value Otherwise(IOperation operation)
    {
        if (Unresolved(operation) is { } guessed)
        {
            return guessed;
        }

        if (Indexing.Of(operation) is var (array, indices))
        {
            return ElementOf(array, indices, operation);
        }

        foreach (IOperation child in operation.ChildOperations)
        {
            Execute(child);
        }

        return Opaque(operation);
    }

    private Value Throw(IThrowOperation thrown)
    {
        Evaluate(thrown.Exception);
        env = env with { Dead = true };
        return Value.Unknown;
    }

    private Value Convert(IConversionOperation conversion)
    {
        Value operand = Evaluate(conversion.Operand);
        if (operand.Is(Op.Const) && conversion.Type is { Name: "Half" })
        {
            Emit(conversion, operand);
        }

        return Types.IsInteger(conversion.Type) && Types.IsFloating(conversion.Operand.Type)
            ? Value.Of(Op.Truncate, Read(operand)).At(conversion)
            : operand;
    }

    private Value Tuple(ITupleOperation tuple)
    {
        var items = ImmutableArray.CreateBuilder<Value>(tuple.Elements.Length);
        foreach (IOperation element in tuple.Elements)
        {
            items.Add(Evaluate(element));
        }

        return Value.Of(Op.Tuple, items.ToImmutable()).At(tuple);
    }

    private Value NewArray(IArrayCreationOperation array)
    {
        foreach (IOperation size in array.DimensionSizes)
        {
            Evaluate(size);
        }

        Value content = Value.Leaf(new object()).With(ValueFlags.Zeros);
        if (array.Initializer is { } initializer)
        {
            var items = ImmutableArray.CreateBuilder<Value>(initializer.ElementValues.Length);
            foreach (IOperation item in initializer.ElementValues)
            {
                items.Add(EvaluateRead(item));
            }

            content = Canonical.Build(Op.Tuple, items.ToImmutable());
        }

        return NewMemory(content).At(array);
    }

    // [1, 2, 3] holds what new[] { 1, 2, 3 } does, whatever it is converted to.
    private Value NewCollection(ICollectionExpressionOperation collection)
    {
        // [.. scores.Select(…)] holds what scores.Select(…).ToArray() does.
        if (collection.Elements is [ISpreadOperation all])
        {
            return NewMemory(EvaluateRead(all.Operand)).At(collection);
        }

        var items = ImmutableArray.CreateBuilder<Value>(collection.Elements.Length);
        bool isOpen = collection.Elements.IsEmpty;
        foreach (IOperation element in collection.Elements)
        {
            items.Add(EvaluateRead(element));
            isOpen |= element is ISpreadOperation;
        }

        return NewMemory(isOpen ? Value.Leaf(new object()) : Canonical.Build(Op.Tuple, items.ToImmutable())).At(collection);
    }

    private Value NewMemory(Value content)
    {
        Value reference = Value.Keyed(Op.Reference, new object()).Named(content.Name);
        env = env.SetContent(reference.Key!, content);
        return reference;
    }

    private Value ConditionalAccess(IConditionalAccessOperation access)
    {
        Value? outer = accessed;
        accessed = Evaluate(access.Operation);
        Value value = Evaluate(access.WhenNotNull);
        accessed = outer;
        return value;
    }

    private Value Coalesce(ICoalesceOperation coalesce)
    {
        Value value = EvaluateRead(coalesce.Value);
        Env before = env;
        Value fallback = EvaluateRead(coalesce.WhenNull);
        env = Env.Merge(Value.Unknown, before, env);
        return Canonical.Build(Op.Choose, Value.Unknown, value, fallback).At(coalesce);
    }
}
