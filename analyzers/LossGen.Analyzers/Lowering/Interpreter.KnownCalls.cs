using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private Value Known(IPropertyReferenceOperation property, KnownMember known, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        Value? receiver = instance is null ? null : Evaluate(instance);
        var args = ImmutableArray.CreateBuilder<Value>();
        foreach (IArgumentOperation argument in arguments)
        {
            args.Add(Evaluate(argument.Value));
        }

        return Known(property, known, new CallFrame(receiver, args.ToImmutable(), property.Property.Parameters), instance);
    }

    private Value Known(IOperation call, KnownMember known, CallFrame frame, IOperation? instance)
    {
        if (known.IsCallable)
        {
            return Value.Keyed(Op.Function, known).At(call);
        }

        if (known.Result.Op == Op.Append)
        {
            Append(frame.Receiver, frame.Args);
            return Value.Unknown;
        }

        if (known.Result.Op == Op.Put)
        {
            Put(frame.Receiver, Instantiate(known.Result.Parts[0], frame), Instantiate(known.Result.Parts[1], frame));
            return Value.Unknown;
        }

        Value value = Instantiate(known.Result, frame);
        value = value.Is(Op.Unknown) ? Opaque(call, known.Name) : value.With(value.Flags | known.Flags).At(call);
        if (value.Is(Op.Instance))
        {
            value = value.Typed(call.Type);
        }

        // What a passage or a map holds was computed, and looked at, where it was written.
        if (known.Result is { Kind: TemplateKind.Operation, Op: not (Op.Map or Op.Fold or Op.Same or Op.View or Op.Element or Op.Tuple) })
        {
            Emit(call, value, known);
        }

        if (value.Is(Op.BceWithLogits))
        {
            LearnLogits(value.Arg(0));
        }

        if (known.Destination >= 0 && known.Destination < frame.Args.Length)
        {
            Write(frame.Args[known.Destination], value);
        }

        if (known.Flags.HasFlag(ValueFlags.InPlace) && instance is not null && WriteSet.VariableOf(instance) is { } variable)
        {
            env = env.Set(variable, value);
        }

        return value;
    }

    // What a loss took for the logits of single outcomes are logits from here on, if nothing else is known of them.
    private void LearnLogits(Value given)
    {
        given = Shape.WithoutPlace(given);
        if (given.DeclaredDomain != Domain.Unknown || given.Op is Op.Unknown or Op.Const or Op.Reference or Op.Instance or Op.Function or Op.Softmax or Op.Sigmoid or Op.LogSoftmax or Op.LogSigmoid)
        {
            return;
        }

        foreach (KeyValuePair<ISymbol, Value> variable in env.Variables)
        {
            if (variable.Value.Equals(given))
            {
                env = env.Set(variable.Key, variable.Value.WithDomain(Domain.Logits));
            }
        }

        if (given.Key is IParameterSymbol parameter && !env.Variables.ContainsKey(parameter))
        {
            env = env.Set(parameter, given.WithDomain(Domain.Logits));
        }
    }

    /// <summary>The arguments in the order of the parameters.</summary>
    private ImmutableArray<Value> Arguments(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        var values = new Value[method.Parameters.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Value.Unknown;
        }

        foreach (IArgumentOperation argument in arguments)
        {
            // A limit or an axis that is left out stays unknown; one that is null by default was left out.
            Value value = argument is { ArgumentKind: ArgumentKind.DefaultValue, Value.ConstantValue: { HasValue: true, Value: null } } ? Value.Unknown : Evaluate(argument.Value);
            if (argument.Parameter is { Ordinal: var ordinal } && ordinal < values.Length)
            {
                values[ordinal] = value;
            }
        }

        return values.ToImmutableArray();
    }
}
