using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Lowering;

internal sealed partial class Interpreter
{
    // A file that is looked at without one of its libraries, or with another version of it, still says np.exp(x), logits.softmax(1) and
    // layer.Scores[i]: the compiler gives up where a type or a member is missing, and what is computed can be read all the same.
    // Anything half-typed stays unknown.
    private Value? Unresolved(IOperation operation)
    {
        if (Missing.Is(operation) && WrittenCall.Of(operation) is { } call)
        {
            Value? receiver = call.Receiver is null ? null : Evaluate(call.Receiver);
            return (call.IsWhole ? UnboundCall(operation, call, receiver) : null) ?? (call.IsCreation ? null : MissingCall(operation, call, receiver));
        }

        return MissingFunction(operation) is { } function ? function
            : Missing.ElementOf(operation) is var (array, indices) ? ElementOf(array, indices, operation)
            : Missing.MemberOf(operation) is var (member, instance) ? Member(member, instance, operation)
            : null;
    }

    // sum += Mathf.Exp(x): without the type of the right side the compiler does not say which operator it is.
    public static BinaryOperatorKind OperatorOf(ICompoundAssignmentOperation compound) => compound.OperatorKind != BinaryOperatorKind.None ? compound.OperatorKind : compound.Syntax.Kind() switch
    {
        SyntaxKind.AddAssignmentExpression => BinaryOperatorKind.Add,
        SyntaxKind.SubtractAssignmentExpression => BinaryOperatorKind.Subtract,
        SyntaxKind.MultiplyAssignmentExpression => BinaryOperatorKind.Multiply,
        SyntaxKind.DivideAssignmentExpression => BinaryOperatorKind.Divide,
        _ => BinaryOperatorKind.None,
    };

    /// <summary>A call of which the knowledge says what it is.</summary>
    private Value? UnboundCall(IOperation operation, WrittenCall call, Value? receiver)
    {
        if (!session.Knowledge.MayKnow(call.Name))
        {
            return null;
        }

        ITypeSymbol? receiverType = receiver?.Type ?? call.Receiver?.Type;
        ImmutableArray<ISymbol> candidates = operation.SemanticModel!.GetSymbolInfo(operation.Syntax, cancellation).CandidateSymbols;
        if (!candidates.IsEmpty)
        {
            return Candidate(candidates, call, receiverType) is var (method, bound) ? Known(operation, bound, FrameFor(call, receiver, method), call.Receiver) : null;
        }

        KnownMember? known = receiver?.MadeAs is { } made
            ? session.Knowledge.FindUnbound(made, call.Name, call.Arguments.Length)
            : session.Knowledge.FindUnbound(call, receiverType, session.Imports.Of(operation.Syntax.SyntaxTree));
        if (known is not null)
        {
            Value result = Known(operation, known, FrameFor(call, receiver), call.Receiver);

            // Of a layer or a loss that has no type, the name says what it is.
            return result.Is(Op.Instance) && result.Type is null or IErrorTypeSymbol ? result.Typed(type: null).Named(call.IsCreation ? call.Qualifier : call.Name) : result;
        }

        // results.First().AsEnumerable<float>().Select(x => Math.Exp(x)): whatever the results are, that is LINQ.
        return receiver is not null && receiverType is null or IErrorTypeSymbol && session.Knowledge.FindExtension(call) is var (extension, meaning)
            ? Known(operation, meaning, FrameFor(call, receiver, extension), call.Receiver)
            : null;
    }

    // One argument that the compiler could not type is enough for it not to choose an overload.
    private (IMethodSymbol Method, KnownMember Known)? Candidate(ImmutableArray<ISymbol> candidates, WrittenCall call, ITypeSymbol? receiverType)
    {
        foreach (ISymbol symbol in candidates)
        {
            // The compiler shows an extension method as the receiver sees it.
            if (symbol is IMethodSymbol method && Takes(method, call) && (method.ReducedFrom ?? method) is var whole && session.Knowledge.Find(whole, receiverType) is { } known)
            {
                return (whole, known);
            }
        }

        return null;
    }

    private static bool Takes(IMethodSymbol method, WrittenCall call)
    {
        int required = 0;
        bool open = false;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            open |= parameter.IsParams;
            required += parameter.IsOptional || parameter.IsParams ? 0 : 1;
        }

        return call.Arguments.Length >= required && (open || call.Arguments.Length <= method.Parameters.Length);
    }

    private CallFrame FrameFor(WrittenCall call, Value? receiver, IMethodSymbol method)
    {
        // An extension method found by its name takes the receiver as its first argument.
        int before = method is { IsExtensionMethod: true, ReducedFrom: null } && receiver is not null ? 1 : 0;
        var args = new Value[method.Parameters.Length];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            args[parameter.Ordinal] = parameter.Ordinal < before ? receiver! : parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is { } constant && Literal.NumberOf(constant) is { } number
                ? Value.Const(number)
                : Value.Unknown;
        }

        var rest = ImmutableArray.CreateBuilder<Value>();
        foreach (WrittenArgument argument in call.Arguments)
        {
            Value value = Evaluate(argument.Value);
            IParameterSymbol? parameter = ParameterOf(argument, method, before);
            if (parameter is { IsParams: true, Type: IArrayTypeSymbol })
            {
                rest.Add(value);
            }
            else if (parameter is not null)
            {
                args[parameter.Ordinal] = value;
            }
        }

        if (rest.Count > 0)
        {
            args[args.Length - 1] = Value.Of(Op.Tuple, rest.ToImmutable());
        }

        return new CallFrame(receiver, args.ToImmutableArray(), method.Parameters);
    }

    private static IParameterSymbol? ParameterOf(WrittenArgument argument, IMethodSymbol method, int before)
    {
        if (argument.Name is null)
        {
            return argument.Ordinal + before < method.Parameters.Length ? method.Parameters[argument.Ordinal + before]
                : method.Parameters.Length > 0 && method.Parameters[method.Parameters.Length - 1] is { IsParams: true } open ? open
                : null;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Name == argument.Name)
            {
                return parameter;
            }
        }

        return null;
    }

    // Without the method, an argument with a name may be for any place.
    private CallFrame FrameFor(WrittenCall call, Value? receiver)
    {
        var args = ImmutableArray.CreateBuilder<Value>(call.Arguments.Length);
        ImmutableDictionary<string, Value> named = ImmutableDictionary<string, Value>.Empty;
        foreach (WrittenArgument argument in call.Arguments)
        {
            Value value = Evaluate(argument.Value);
            args.Add(argument.Name is null ? value : Value.Unknown);
            named = argument.Name is null ? named : named.SetItem(argument.Name, value);
        }

        return CallFrame.Of(args.ToImmutable(), receiver) with { Written = named };
    }
}
