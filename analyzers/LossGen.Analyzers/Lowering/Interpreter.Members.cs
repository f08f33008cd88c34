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
    // neurons[i].Output is the i-th element of all outputs: a loop over objects is then a loop over numbers.
    private Value Member(ISymbol member, IOperation instance, IOperation reference)
    {
        Value receiver = EvaluateRead(instance);
        ITypeSymbol? within = instance is IInstanceReferenceOperation ? instance.Type : receiver.Type ?? instance.Type;
        return (Made(member, within) ?? NumberIn(member, within))?.At(reference)
            ?? MemberOf(new MemberKey(member, OwnerOf(receiver)), receiver, Memory.IsMemory(Memory.TypeOf(member)), reference);
    }

    // The model or the loss that another object, or a base class, was made with.
    private Value? Made(ISymbol member, ITypeSymbol? within) =>
        Memory.TypeOf(member) is { IsReferenceType: true } type && !Memory.MayBeMemory(type) && !env.Variables.ContainsKey(member)
        && session.Fields.ValueOf(member, within, calls, cancellation) is { Op: Op.Instance or Op.Leaf } made ? made : null;

    // options.Epsilon
    private Value? NumberIn(ISymbol member, ITypeSymbol? within) =>
        Types.IsFloating(Memory.TypeOf(member)) && !env.Variables.ContainsKey(member)
        && session.Fields.ValueOf(member, within, calls, cancellation) is { Op: Op.Const } number ? number : null;

    // Of a member that nobody declares, what is written says what it is: indexed, it is memory.
    private Value Member(string name, IOperation? instance, IOperation reference)
    {
        if (OperationOf(instance, name, arguments: 0) is { Result.Kind: TemplateKind.Number } constant)
        {
            return Known(reference, constant, CallFrame.Of(ImmutableArray<Value>.Empty, null), instance);
        }

        Value receiver = instance is null ? Value.Keyed(Op.Instance, "this") : EvaluateRead(instance);
        return MemberOf(new MemberKey(name, OwnerOf(receiver)), receiver, isMemory: true, reference);
    }

    private Value MemberOf(MemberKey key, Value receiver, bool isMemory, IOperation reference)
    {
        if (receiver.Is(Op.Element))
        {
            return Canonical.Build(Op.Element, receiver.Args.SetItem(0, ContentOf(key))).At(reference);
        }

        Value value = isMemory ? Value.Keyed(Op.Reference, key).Named(key.Name) : ContentOf(key);
        return value.At(reference);
    }

    private bool StoreMember(IOperation target, Value value)
    {
        MemberKey key;
        Value receiver;
        if (target is IMemberReferenceOperation { Instance: { } instance, Member: IFieldSymbol or IPropertySymbol } reference && instance is not IInstanceReferenceOperation)
        {
            receiver = EvaluateRead(instance);
            key = new MemberKey(reference.Member, OwnerOf(receiver));
        }
        else if (Missing.MemberOf(target) is var (name, owner))
        {
            receiver = owner is null ? Value.Keyed(Op.Instance, "this") : EvaluateRead(owner);
            key = new MemberKey(name, OwnerOf(receiver));
        }
        else
        {
            return false;
        }

        Value stored = Read(value);
        env = env.SetContent(key, receiver.Is(Op.Element)
            ? Value.Of(Op.Store, ContentBefore(key, receiver), receiver.Args.Length == 2 ? receiver.Args[1] : Value.Of(Op.Tuple, receiver.Args.RemoveAt(0)), stored)
            : stored);
        return true;
    }

    // A second store to the same place replaces the first.
    private Value ContentBefore(MemberKey key, Value receiver)
    {
        Value content = ContentOf(key);
        return content.Is(Op.Store) && receiver.Args.Length == 2 && content.Args[1].Equals(receiver.Args[1]) ? content.Args[0] : content;
    }

    private static Value OwnerOf(Value receiver) => receiver.Is(Op.Element) ? receiver.Args[0] : receiver;

    private Value ContentOf(MemberKey key) => env.Contents.TryGetValue(key, out Value? content) ? content : InitialContent(key, key.Name);

    // What a member of another object holds, a method that nobody knows may have changed.
    private void ForgetMembers()
    {
        foreach (object key in env.Contents.Keys)
        {
            if (key is MemberKey member)
            {
                env = env.SetContent(key, Value.Leaf(new object(), member.Name));
            }
        }
    }
}
