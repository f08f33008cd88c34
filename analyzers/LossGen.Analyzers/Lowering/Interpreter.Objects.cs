using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private Value Creation(IObjectCreationOperation creation)
    {
        ImmutableArray<Value> args = creation.Constructor is { } constructor
            ? Arguments(creation.Arguments, constructor)
            : ImmutableArray<Value>.Empty;
        if (ItemsOf(creation) is { } items)
        {
            return NewMemory(items).At(creation);
        }

        Value made = creation.Constructor is not null && session.Knowledge.Find(creation.Constructor) is { } known
            ? Known(creation, known, new CallFrame(Receiver: null, args, creation.Constructor.Parameters), instance: null)
            : Opaque(creation);
        ForgetRefs(creation.Arguments);
        made = made.Typed(creation.Type);
        Fill(made, creation, args);
        return made;
    }

    // new List<double> { a, b } holds as much as an array of the two.
    private Value? ItemsOf(IObjectCreationOperation creation)
    {
        if (creation is not { Arguments.IsEmpty: true, Initializer.Initializers: { IsEmpty: false } added, Type: { Name: "List", ContainingNamespace.Name: "Generic" } })
        {
            return null;
        }

        foreach (IOperation add in added)
        {
            if (add is not IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 })
            {
                return null;
            }
        }

        var items = ImmutableArray.CreateBuilder<Value>(added.Length);
        foreach (IOperation add in added)
        {
            items.Add(EvaluateRead(((IInvocationOperation)add).Arguments[0].Value));
        }

        return Value.Of(Op.Tuple, items.ToImmutable());
    }

    // new Prediction { Probabilities = p } and new Prediction(p): what the members of the new object hold.
    private void Fill(Value made, IObjectCreationOperation creation, ImmutableArray<Value> args)
    {
        if (creation is { Constructor: { ContainingType: { IsRecord: true } record } primary })
        {
            foreach (IParameterSymbol parameter in primary.Parameters)
            {
                if (record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                {
                    env = env.SetContent(new MemberKey(property, made), Read(args[parameter.Ordinal]));
                }
            }
        }
        else if (creation.Constructor is { DeclaringSyntaxReferences.IsEmpty: false } written && session.Summaries.Of(written, calls, cancellation) is { Fields.IsEmpty: false } summary)
        {
            Substitution substitution = SubstitutionOf(summary, args);
            foreach (KeyValuePair<ISymbol, Value> field in summary.Fields)
            {
                env = env.SetContent(new MemberKey(field.Key, made), substitution.Apply(field.Value));
            }
        }

        foreach (IOperation initial in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initial is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } target } assignment && target is not IPropertyReferenceOperation { Arguments.IsEmpty: false })
            {
                env = env.SetContent(new MemberKey(target.Member, made), EvaluateRead(assignment.Value));
            }
            else
            {
                Execute(initial);
            }
        }
    }

    // Every call makes an object of its own.
    private Value WithMembers(Value returned, MethodSummary summary, Substitution substitution)
    {
        Value made = Value.Leaf(new object(), returned.Name, returned.Type);
        foreach ((MemberKey member, Value content) in summary.Members)
        {
            env = env.SetContent(member.Of(made), substitution.Apply(content));
        }

        return made;
    }
}
