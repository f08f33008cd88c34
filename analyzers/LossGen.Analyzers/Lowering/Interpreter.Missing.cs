using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    // Softmax(scores) of a base class that is missing, Activations.Sigmoid(x), scores.Select(s => …): what is left of them are their names,
    // and methods of this compilation that are called with something missing.
    private Value MissingCall(IOperation operation, WrittenCall call, Value? instance)
    {
        (string name, IOperation? receiver) = (call.Name, call.On);
        ImmutableArray<IOperation> arguments = ImmutableArray.CreateRange(call.Arguments, argument => argument.Value);
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
            if (session.Knowledge.Find(method) is { } known)
            {
                return Known(operation, known, new CallFrame(instance, args, method.Parameters), receiver);
            }

            if (Summarised(method, args) is not { } value)
            {
                return ForgottenCall(operation, name, receiver, arguments, args);
            }

            if (session.Summaries.Of(method, calls, cancellation) is { IsJudgedWhereCalled: true })
            {
                Emit(operation, value);
            }

            return value.At(operation);
        }

        if (operation.Parent is not IExpressionStatementOperation && OperationOf(receiver, name, args.Length) is { } function)
        {
            return Known(operation, function, CallFrame.Of(args, null), receiver);
        }

        if (args.Length == 1 && FunctionNames.OfHolder(HolderOf(receiver), name) is { } held
            && session.Knowledge.FindByName(held, type: null, hasReceiver: false, args.Length) is var (use, _))
        {
            return Known(operation, use, CallFrame.Of(args, null), receiver);
        }

        instance ??= type is not null && receiver is { Kind: OperationKind.Invalid } ? Evaluate(receiver) : null;
        return session.Knowledge.FindByName(name, type, instance is not null, args.Length) is var (guessed, isQuery) && IsOfUse(operation, guessed, args)
            ? Written(operation, receiver, arguments, args,
                Known(operation, guessed, CallFrame.Of(isQuery ? args.Insert(0, instance!) : args, instance), receiver))
            : instance is not null && args.IsEmpty && FunctionNames.IsConversion(name) ? instance
            : ForgottenCall(operation, name, receiver, arguments, args);
    }

    // this.sigmoid.Forward(x): what the object is called.
    private static string? HolderOf(IOperation? receiver) => receiver is null ? null
        : WriteSet.VariableOf(receiver)?.Name ?? Missing.MemberOf(receiver)?.Name ?? (receiver as IMemberReferenceOperation)?.Member.Name;

    // NumOps.Log(p) and NumOps.One: of a name that nobody declares, or of a variable whose type nobody does.
    private KnownMember? OperationOf(IOperation? on, string member, int arguments) =>
        Missing.NameOf(on) is { } called ? session.Knowledge.FindOperation(called, member, arguments) : null;

    // engine.Softmax(scores, result); and Softmax(scores); leave what nobody takes in the last of their arguments that can hold it,
    // and matrix.Divide(sum); in the matrix.
    private Value Written(
        IOperation call, IOperation? receiver, ImmutableArray<IOperation> arguments, ImmutableArray<Value> args, Value result)
    {
        if (call.Parent is IExpressionStatementOperation && IsLeftInReceiver(result.Op) && receiver is not null
            && WriteSet.VariableOf(receiver) is { } changed)
        {
            env = env.Set(changed, result);
        }

        if (call.Parent is not IExpressionStatementOperation || !IsLeftInArgument(result.Op))
        {
            return result;
        }

        for (int i = args.Length - 1; i >= 0; i--)
        {
            if (DenotesMemory(args[i]))
            {
                Write(args[i], result);
                break;
            }

            if (WriteSet.VariableOf(arguments[i]) is { } variable && Memory.MayBeMemory(Memory.TypeOf(variable)))
            {
                env = env.Set(variable, result);
                break;
            }
        }

        return result;
    }

    // What returns nothing that anyone looks at leaves its result in what it is called on or gets.
    private static bool IsOfUse(IOperation call, KnownMember guessed, ImmutableArray<Value> args) =>
        call.Parent is not IExpressionStatementOperation || guessed.Result.Op is Op.Put || IsLeftInArgument(guessed.Result.Op)
            || IsLeftInReceiver(guessed.Result.Op) || guessed.Flags.HasFlag(ValueFlags.InPlace)
            || (guessed.Destination >= 0 && DenotesMemory(args[guessed.Destination]));

    private static bool IsLeftInReceiver(Op op) => op is Op.Add or Op.Sub or Op.Mul or Op.Div;

    private static bool IsLeftInArgument(Op op) => op is Op.Softmax or Op.Sigmoid;

    // Select(Mathf.Exp): which overload is meant, the compiler does not say; scores.Map(Sigmoid): it knows which function, and not what takes it.
    private Value? MissingFunction(IOperation operation)
    {
        if (operation.Kind is not (OperationKind.Invalid or OperationKind.None) || operation.Syntax.Parent is not ArgumentSyntax)
        {
            return null;
        }

        if (operation.Syntax is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type, Name: IdentifierNameSyntax function }
            && session.Knowledge.FindUnbound(type.Identifier.ValueText, function.Identifier.ValueText, arguments: 1) is { } known)
        {
            return Value.Keyed(Op.Function, known).At(operation);
        }

        return operation.Syntax is MemberAccessExpressionSyntax or IdentifierNameSyntax && operation.SemanticModel?.GetSymbolInfo(operation.Syntax, cancellation).CandidateSymbols is [IMethodSymbol { Parameters.Length: 1 } method]
            ? Value.Keyed(Op.Function, method).At(operation)
            : null;
    }

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
