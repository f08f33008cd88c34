using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Summaries;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    private Value Invocation(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        Value? receiver = call.Instance is null ? null : Evaluate(call.Instance);
        ITypeSymbol? receiverType = call.Instance is null ? null : receiver!.Type ?? call.Instance.Type;
        Env before = env;
        ImmutableArray<Value> args = Arguments(call.Arguments, method);

        if (session.Knowledge.Find(method, receiverType) is { } known)
        {
            Value result = Known(call, known, new CallFrame(receiver, args, method.Parameters), call.Instance);
            if (known.IsKernel)
            {
                LeaveOutputs(call, result, args);
            }

            return result;
        }

        if (RunsAsLoop(method, receiver, args, before))
        {
            return Value.Unknown;
        }

        Note(call, args);
        LookIntoTraining(call, method, args);
        ImmutableArray<(IOperation Target, Value Held)> outs = OutsOf(call, args);
        Value? value = method.MethodKind switch
        {
            MethodKind.DelegateInvoke when receiver is not null => ApplyQuietly(receiver, args),
            MethodKind.LocalFunction => ApplyLocalFunction(method, args),
            _ when session.ForwardOf(method, receiverType) is { } forward => Summarised(forward, args),
            _ => session.Implementations.Of(method, receiverType) switch
            {
                [] => Summarised(method, args),
                [var only] => Summarised(only, args),
                var several => Common(several, call),
            },
        };
        if (IsOpaque(value, args) && session.Knowledge.FindOperation(method) is { } operation)
        {
            return Known(call, operation, new CallFrame(receiver, args, method.Parameters), call.Instance);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke && receiver is { Op: Op.Function, Key: KnownMember applied } && value is not null)
        {
            Emit(call, value, applied);
        }

        bool isWithinBody = method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction;
        if (value is not null
            && (isWithinBody
                ? IsWrapped(value, args)
                : session.Summaries.Of(method, calls, cancellation) is { IsJudgedWhereCalled: true }))
        {
            Emit(call, value);
        }

        if (value is null or { Op: Op.Unknown })
        {
            if (value is null)
            {
                ForgetArguments(call, args);
            }

            value = Value.Leaf(call, method.Name, call.Type, DomainAttributes.OfReturn(method));
        }

        if (DomainAttributes.OfReturn(method) is var domain and not Domain.Unknown)
        {
            value = Value.Leaf(call, method.Name, call.Type, domain);
        }

        ForgetRefs(call.Arguments);
        foreach ((IOperation target, Value held) in outs)
        {
            AssignTo(target, held);
        }

        return value.At(call);
    }

    // Whichever of them is called, it ends in a softmax; of what, only the one that is called knows.
    private Value? Common(ImmutableArray<IMethodSymbol> several, IInvocationOperation call) =>
        ParameterRoles.Common(several.Select(method =>
            session.Summaries.Of(method, calls, cancellation) is { Effects.IsEmpty: true } summary
                ? ParameterRoles.RoleOf(summary.Returned, call)
                : null));

    // A body that is missing, or that ends in something nobody can follow; what it was given is an answer.
    private static bool IsOpaque(Value? value, ImmutableArray<Value> args) => value is null or { Op: Op.Unknown } or { Op: Op.Leaf or Op.Member or Op.Reference } && !args.Contains(value!);

    // double SafeLog(double p) => Math.Log(p + 1e-12), as a local function or a lambda: there is nothing to say but where it is called.
    private bool IsWrapped(Value value, ImmutableArray<Value> args) =>
        !value.Args.IsEmpty && value.Op is not (Op.Element or Op.View or Op.Choose) && value.Args.All(part => args.Any(arg => Shape.WithoutGuard(Read(arg)).Equals(Shape.WithoutGuard(part))));

    // What variables passed by reference will hold, in terms of what is passed: afterwards, its memory may hold something else.
    private ImmutableArray<(IOperation Target, Value Held)> OutsOf(IInvocationOperation call, ImmutableArray<Value> args)
    {
        if (call.TargetMethod.MethodKind != MethodKind.Ordinary || !call.TargetMethod.Parameters.Any(parameter => parameter.RefKind is RefKind.Out or RefKind.Ref)
            || session.Summaries.Of(call.TargetMethod, calls, cancellation) is not { Outs.IsEmpty: false } summary)
        {
            return ImmutableArray<(IOperation, Value)>.Empty;
        }

        Substitution substitution = SubstitutionOf(summary, args);
        var outs = ImmutableArray.CreateBuilder<(IOperation, Value)>(summary.Outs.Length);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            foreach ((int ordinal, Value held) in summary.Outs)
            {
                if (argument.Parameter?.Ordinal == ordinal)
                {
                    outs.Add((argument.Value, substitution.Apply(held)));
                }
            }
        }

        return outs.ToImmutable();
    }

    // For those who ask what a parameter is for.
    private void Note(IInvocationOperation call, ImmutableArray<Value> args)
    {
        if (report is null && !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
        {
            passed[call.Syntax] = ImmutableArray.CreateRange(args, arg => Read(arg));
        }
    }

    // A kernel writes what it is given room for; what it leaves in the role of probabilities are the probabilities of its logits.
    private void LeaveOutputs(IInvocationOperation call, Value result, ImmutableArray<Value> args)
    {
        ForgetArguments(call, args);
        foreach (IParameterSymbol parameter in call.TargetMethod.Parameters)
        {
            if (parameter.Ordinal < args.Length && CallFrame.HasRole(parameter, "probabilities") && Memory.IsWritable(parameter.Type))
            {
                Write(args[parameter.Ordinal], Value.Of(result.Is(Op.BceWithLogits) ? Op.Sigmoid : Op.Softmax, result.Arg(0)).At(call));
            }
        }
    }

    // A callee that nobody knows may have written whatever it could reach.
    private void ForgetArguments(IInvocationOperation call, ImmutableArray<Value> args)
    {
        if (Memory.LeavesAll(call.TargetMethod))
        {
            return;
        }

        foreach (IParameterSymbol parameter in call.TargetMethod.Parameters)
        {
            if (parameter.Ordinal < args.Length && Memory.IsWritable(parameter.Type))
            {
                Write(args[parameter.Ordinal], Value.Leaf(new object(), call.TargetMethod.Name));
            }
        }

        if (call.Instance is not null && Memory.IsWritable(call.Instance.Type) && WriteSet.VariableOf(call.Instance) is { } list && MemoryOf(list) is { } key)
        {
            env = env.SetContent(key, Value.Leaf(new object(), list.Name));
        }

        if (call.TargetMethod.Locations.Length > 0 && call.TargetMethod.Locations[0].IsInSource)
        {
            ForgetFields();
            ForgetMembers();
        }
    }

    private void ForgetFields()
    {
        foreach (ISymbol variable in env.Variables.Keys)
        {
            if (variable is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null })
            {
                env = env with { Variables = env.Variables.Remove(variable) };
            }
        }
    }

    private void ForgetRefs(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out && WriteSet.VariableOf(argument.Value) is { } variable)
            {
                env = env.Set(variable, Value.Leaf(new object(), variable.Name));
            }
        }
    }

    private Substitution SubstitutionOf(MethodSummary summary, ImmutableArray<Value> args) => new(summary.Parameters, ImmutableArray.CreateRange(args, arg => Read(arg)));

    private Value? Summarised(IMethodSymbol method, ImmutableArray<Value> args)
    {
        if (session.Summaries.Of(method, calls, cancellation) is not { } summary)
        {
            return null;
        }

        Substitution substitution = SubstitutionOf(summary, args);
        Value value = substitution.Apply(summary.Returned);
        foreach ((int ordinal, Value content) in summary.Effects)
        {
            if (ordinal < args.Length)
            {
                Write(args[ordinal], substitution.Apply(content));
            }
        }

        return summary.Members.IsEmpty ? value : WithMembers(value, summary, substitution);
    }
}
