using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Engine;

internal sealed partial class Interpreter
{
    // Softmax(scores) of a base class that is missing, Activations.Sigmoid(x), scores.Select(s => …): what is left of them are their names,
    // and methods of this compilation that are called with something missing.
    private Value MissingCall(IOperation operation, string name, IOperation? receiver, Value? instance, ImmutableArray<IOperation> arguments)
    {
        string? type = receiver?.Syntax is IdentifierNameSyntax identifier && receiver.Kind is OperationKind.Invalid or OperationKind.None ? identifier.Identifier.ValueText : null;
        instance ??= receiver is null || type is not null ? null : Evaluate(receiver);
        var evaluated = ImmutableArray.CreateBuilder<Value>(arguments.Length);
        foreach (IOperation argument in arguments)
        {
            evaluated.Add(Evaluate(argument));
        }

        ImmutableArray<Value> args = evaluated.MoveToImmutable();
        if (Meant(Missing.Candidates(operation, args.Length)) is { } method)
        {
            return session.Knowledge.Find(method) is { } known ? Known(operation, known, new CallFrame(instance, args, method.Parameters), receiver)
                : Summarised(method, args)?.At(operation) ?? ForgottenCall(operation, name, receiver, arguments, args);
        }

        instance ??= type is not null && receiver is { Kind: OperationKind.Invalid } ? Evaluate(receiver) : null;
        return session.Knowledge.FindByName(name, type, instance is not null, args.Length) is var (guessed, isQuery)
            ? Written(operation, arguments, args, Known(operation, guessed, CallFrame.Of(isQuery ? args.Insert(0, instance!) : args, instance), receiver))
            : instance is not null && args.IsEmpty && FunctionNames.IsConversion(name) ? instance
            : ForgottenCall(operation, name, receiver, arguments, args);
    }

    // engine.Softmax(scores, result); and Softmax(scores); leave what nobody takes in their last argument.
    private Value Written(IOperation call, ImmutableArray<IOperation> arguments, ImmutableArray<Value> args, Value result)
    {
        if (call.Parent is not IExpressionStatementOperation || result.Op is not (Op.Softmax or Op.Sigmoid) || args.IsEmpty)
        {
            return result;
        }

        if (DenotesMemory(args[args.Length - 1]))
        {
            Write(args[args.Length - 1], result);
        }
        else if (WriteSet.VariableOf(arguments[arguments.Length - 1]) is { } variable)
        {
            env = env.Set(variable, result);
        }

        return result;
    }

    // Select(Mathf.Exp): which overload is meant, the compiler does not say.
    private Value? MissingFunction(IOperation operation) =>
        operation.Kind is OperationKind.Invalid or OperationKind.None && operation.Syntax is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type, Name: IdentifierNameSyntax function }
            && operation.Syntax.Parent is ArgumentSyntax && session.Knowledge.FindUnbound(type.Identifier.ValueText, function.Identifier.ValueText, arguments: 1) is { } known
            ? Value.Keyed(Op.Function, known).At(operation)
            : null;

    // The sigmoid of a number and that of a vector are as good as one.
    private IMethodSymbol? Meant(ImmutableArray<IMethodSymbol> candidates)
    {
        Op? computed = null;
        foreach (IMethodSymbol candidate in candidates)
        {
            if (candidates.Length > 1 && (session.Summaries.Of(candidate, calls, cancellation) is not { } summary || summary.Returned.Op is Op.Leaf or Op.Unknown || (computed ??= summary.Returned.Op) != summary.Returned.Op))
            {
                return null;
            }
        }

        return candidates.FirstOrDefault();
    }

    // Whoever is called may write what it gets, unless what it returns is wanted, as of a function that picks an action from probabilities.
    private Value ForgottenCall(IOperation operation, string name, IOperation? receiver, ImmutableArray<IOperation> arguments, ImmutableArray<Value> args)
    {
        bool mayWrite = FunctionNames.MayWrite(name);
        if (operation.Parent is not IExpressionStatementOperation && !mayWrite)
        {
            return Opaque(operation, name);
        }

        foreach (Value arg in args)
        {
            Write(arg, Value.Leaf(new object(), arg.Name));
        }

        foreach (IOperation argument in arguments)
        {
            if (mayWrite && WriteSet.VariableOf(argument) is { } passed && Memory.TypeOf(passed) is IErrorTypeSymbol)
            {
                env = env.Set(passed, Value.Leaf(new object(), passed.Name));
            }
        }

        if (receiver is not null && WriteSet.VariableOf(receiver) is { } variable && MemoryOf(variable) is { } key)
        {
            env = env.SetContent(key, Value.Leaf(new object(), variable.Name));
        }

        return Opaque(operation, name);
    }
}
