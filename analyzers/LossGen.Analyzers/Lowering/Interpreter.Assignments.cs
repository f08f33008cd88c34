using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private void Declare(IVariableDeclaratorOperation declarator)
    {
        IVariableInitializerOperation? initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        if (initializer is not null)
        {
            Value value = Evaluate(initializer.Value);
            Assign(declarator.Symbol, value);
        }
    }

    private void Assign(ISymbol variable, Value value)
    {
        ITypeSymbol? type = Memory.TypeOf(variable);
        if (!DenotesMemory(value) && Memory.IsMemory(type))
        {
            value = NewMemory(Read(value));
        }
        else if (value is { Op: Op.Reference, Key: MemberKey { Member: null } } && (Types.IsFloating(type) || Types.IsInteger(type)))
        {
            // A member that nobody declares is a number here.
            value = Read(value);
        }

        env = env.Set(variable, value);
    }

    private static bool DenotesMemory(Value value) => value.Is(Op.Reference) || (value.Is(Op.View) && value.Args[0].Is(Op.Reference));

    // A variable of a missing type that is written through an index turns out to be memory.
    private void Materialise(ISymbol variable)
    {
        if (Memory.MayBeMemory(Memory.TypeOf(variable)) && env.Variables.TryGetValue(variable, out Value? value) && !DenotesMemory(value))
        {
            env = env.Set(variable, NewMemory(value));
        }
    }

    private void AssignTo(IOperation target, Value value)
    {
        switch (target)
        {
            case IConversionOperation conversion:
                AssignTo(conversion.Operand, value);
                break;
            case IDiscardOperation:
                break;
            case ITupleOperation tuple:
                AssignParts(tuple, value);
                break;
            case IDeclarationExpressionOperation { Expression: ITupleOperation tuple }:
                AssignParts(tuple, value);
                break;
            default:
                if (WriteSet.VariableOf(target) is { } variable)
                {
                    Assign(variable, value);
                }
                else if (Indexing.Of(target) is var (array, indices))
                {
                    Store(array, indices, value);
                }
                else if (!StoreMember(target, value))
                {
                    ForgetParts(target);
                }

                break;
        }
    }

    private void AssignParts(ITupleOperation tuple, Value value)
    {
        for (int i = 0; i < tuple.Elements.Length; i++)
        {
            Value part = value.Is(Op.Tuple) && i < value.Args.Length ? value.Args[i]
                : value.Is(Op.Unknown) ? Value.Leaf(new object())
                : Canonical.Build(Op.Item, value, Value.Const(i));
            AssignTo(tuple.Elements[i], part);
        }
    }

    private void Store(IOperation array, ImmutableArray<IOperation> indices, Value value)
    {
        if (WriteSet.VariableOf(array) is { } variable)
        {
            Materialise(variable);
        }

        Value source = Evaluate(array);
        Value index = Index(indices);

        // rows[r][j] = v is a store to rows at (r, j).
        while (source.Is(Op.Element) && array is not IPropertyReferenceOperation && Indexing.Of(array) is var (outer, _))
        {
            index = Value.Of(Op.Tuple, source.Args[1], index);
            array = outer;
            source = Evaluate(array);
        }

        object? key = source.Is(Op.Reference) ? source.Key : source.Is(Op.View) && source.Args[0].Is(Op.Reference) ? source.Args[0].Key : null;
        if (key is null)
        {
            return;
        }

        if (source.Is(Op.View))
        {
            index = Value.Of(Op.Tuple, source.Args.RemoveAt(0).Add(index));
        }

        StoreAt(key, ContentOf(source.Is(Op.Reference) ? source : source.Args[0]), index, value is { Op: Op.Reference, Key: not ISymbol } ? value : Read(value));
    }

    // m.SetRow(r, v)
    private void Put(Value? whole, Value index, Value part)
    {
        if (whole is { Op: Op.Reference, Key: { } key })
        {
            StoreAt(key, ContentOf(whole), Read(index), Read(part));
        }
    }

    private void StoreAt(object key, Value content, Value index, Value value)
    {
        if (content.Is(Op.Store) && content.Args[1].Equals(index))
        {
            content = content.Args[0];
        }

        Value stored = Value.Of(Op.Store, content, index, value);
        env = env.SetContent(key, stored.Is(Op.Unknown) ? Value.Leaf(new object(), content.Name) : stored);
    }

    // list.Add(v): in a loop, the list holds what every pass has added.
    private void Append(Value? list, ImmutableArray<Value> args)
    {
        if (list is { Op: Op.Reference, Key: { } key } && args.Length > 0)
        {
            Value content = ContentOf(list);
            env = env.SetContent(key, content.Op is Op.Store or Op.Tuple ? Value.Leaf(new object(), content.Name) : Value.Of(Op.Store, content, LoopIndex.Appended, Read(args[0])));
        }
    }

    /// <summary>A call or an assignment writes all of what an expression denotes.</summary>
    private void Write(Value target, Value value)
    {
        if (target.Is(Op.Reference))
        {
            env = env.SetContent(target.Key!, value);
        }
        else if (target.Is(Op.View) && target.Args[0] is { Op: Op.Reference, Key: { } key })
        {
            // A part of memory of which nothing is known yet stands for the whole; of memory that was written before, a part is unknown.
            bool fresh = !env.Contents.TryGetValue(key, out Value? content) || content.Is(Op.Leaf) || (content.Is(Op.BeforeLoop) && content.Args[0].Is(Op.Leaf));
            env = env.SetContent(key, fresh || LoopIndex.Mentions(target) ? value : Value.Unknown);
        }
    }

    private Value SimpleAssignment(ISimpleAssignmentOperation assignment)
    {
        Value value = Evaluate(assignment.Value);
        AssignTo(assignment.Target, value);
        return value;
    }

    private Value CompoundAssignment(ICompoundAssignmentOperation compound)
    {
        Value old = EvaluateRead(compound.Target);
        Value change = EvaluateRead(compound.Value);
        Value value = Apply(OperatorOf(compound), compound.OperatorMethod, old, change, compound);
        AssignTo(compound.Target, value);
        EmitComputed(compound, value, old, change);
        return value;
    }

    private Value CoalesceAssignment(ICoalesceAssignmentOperation coalesce)
    {
        Value value = Canonical.Build(Op.Choose, Value.Unknown, EvaluateRead(coalesce.Target), EvaluateRead(coalesce.Value)).At(coalesce);
        AssignTo(coalesce.Target, value);
        return value;
    }

    private Value Increment(IIncrementOrDecrementOperation increment)
    {
        Value old = EvaluateRead(increment.Target);
        Op op = increment.Kind == OperationKind.Increment ? Op.Add : Op.Sub;
        Value value = increment.Type is IPointerTypeSymbol ? Opaque(increment) : Canonical.Build(op, old, Value.Const(1)).At(increment);
        AssignTo(increment.Target, value);

        // p[label]-- is the gradient of a cross-entropy; what counts in whole numbers is of no interest.
        if (Types.IsFloating(increment.Type))
        {
            Emit(increment, value);
        }

        return increment.IsPostfix ? old : value;
    }

    private Value Deconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        Value value = Evaluate(deconstruction.Value);
        AssignTo(deconstruction.Target, value);
        return value;
    }
}
