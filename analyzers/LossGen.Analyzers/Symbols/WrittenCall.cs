using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Symbols;

/// <summary>
/// A call as it is written, whether the compiler could bind it or not: where a library or a member of it is missing, it gives up on the
/// call, and its parts are all there.
/// </summary>
/// <param name="Name">The name of what is called.</param>
/// <param name="Receiver">The value it is called on, if it is one.</param>
/// <param name="Qualifier">The last name of the type it is called on; empty where there is none.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record WrittenCall(string Name, IOperation? Receiver, string Qualifier, ImmutableArray<WrittenArgument> Arguments)
{
    private const string Creation = "new";

    /// <summary>What stands before the dot, also where it may be a type; null where that, or nothing, is not an expression of its own.</summary>
    public IOperation? On { get; init; }

    /// <summary>Whether what it is called on was found: a type, a value, or nothing at all.</summary>
    public bool IsWhole => Receiver is not null || Qualifier.Length > 0 || !HasDot;

    /// <summary>Whether it makes an object.</summary>
    public bool IsCreation => Name == Creation;

    private bool HasDot { get; init; }

    public static WrittenCall? Of(IOperation? operation) => operation switch
    {
        IInvocationOperation call => Bound(call),
        IInvalidOperation { Syntax: InvocationExpressionSyntax call } => Unbound(operation, call),
        IInvalidOperation { Syntax: ObjectCreationExpressionSyntax { ArgumentList: { } list, Type: var type } } when Parts(operation, list) is { } parts =>
            new WrittenCall(Creation, Receiver: null, type.GetLastToken().ValueText, parts),
        _ => null,
    };

    /// <summary>The argument of a parameter, by its name or else by its place.</summary>
    public IOperation? Argument(string name, int ordinal = -1)
    {
        foreach (WrittenArgument argument in Arguments)
        {
            if (argument.Name == name || (argument.Name is null && argument.Ordinal == ordinal))
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>Whether the arguments may be those of an extension method that is called on the receiver: functions where it takes functions.</summary>
    public bool FitsExtension(IMethodSymbol method)
    {
        if (method.Parameters.Length != Arguments.Length + 1)
        {
            return false;
        }

        foreach (WrittenArgument argument in Arguments)
        {
            IParameterSymbol parameter = method.Parameters[argument.Ordinal + 1];
            bool isFunction = argument.Value is IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation;
            if (argument.Name is not null || isFunction != (parameter.Type.TypeKind == TypeKind.Delegate))
            {
                return false;
            }
        }

        return true;
    }

    private static WrittenCall Bound(IInvocationOperation call)
    {
        var arguments = ImmutableArray.CreateBuilder<WrittenArgument>(call.Arguments.Length);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            arguments.Add(new WrittenArgument(argument.Parameter?.Name, argument.Parameter?.Ordinal ?? -1, argument.Value));
        }

        return new WrittenCall(call.TargetMethod.Name, call.Instance, call.Instance is null ? call.TargetMethod.ContainingType?.Name ?? string.Empty : string.Empty, arguments.ToImmutable());
    }

    private static WrittenCall? Unbound(IOperation operation, InvocationExpressionSyntax call)
    {
        if (Parts(operation, call.ArgumentList) is not { } arguments)
        {
            return null;
        }

        switch (call.Expression)
        {
            case SimpleNameSyntax name:
                return new WrittenCall(name.Identifier.ValueText, Receiver: null, string.Empty, arguments);
            case MemberAccessExpressionSyntax { Expression: var on, Name: var name }:
                IOperation? receiver = PartAt(operation, on);
                return (IsType(on, operation.SemanticModel)
                    ? new WrittenCall(name.Identifier.ValueText, Receiver: null, LastNameOf(on, operation.SemanticModel), arguments)
                    : new WrittenCall(name.Identifier.ValueText, receiver, string.Empty, arguments)) with { On = receiver, HasDot = true };
            default:
                return null;
        }
    }

    private static ImmutableArray<WrittenArgument>? Parts(IOperation operation, ArgumentListSyntax list)
    {
        var arguments = ImmutableArray.CreateBuilder<WrittenArgument>(list.Arguments.Count);
        foreach (ArgumentSyntax argument in list.Arguments)
        {
            if (PartAt(operation, argument.Expression) is not { } value)
            {
                return null;
            }

            arguments.Add(new WrittenArgument(argument.NameColon?.Name.Identifier.ValueText, arguments.Count, value));
        }

        return arguments.ToImmutable();
    }

    // np.exp(x), torch.nn.functional.softmax(x): names in a row of which the first is no value.
    private static bool IsType(ExpressionSyntax on, SemanticModel? model)
    {
        ExpressionSyntax first = on;
        while (first is MemberAccessExpressionSyntax access)
        {
            first = access.Expression;
        }

        return first is IdentifierNameSyntax && model?.GetSymbolInfo(first).Symbol is null or INamespaceOrTypeSymbol;
    }

    // using F = TorchSharp.torch.nn.functional;
    private static string LastNameOf(ExpressionSyntax on, SemanticModel? model) => on switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => model?.GetAliasInfo(name)?.Target.Name is { Length: > 0 } target ? target : name.Identifier.ValueText,
        _ => string.Empty,
    };

    /// <summary>The part of an unbound expression that is written as so. The compiler hangs a receiver under a node of its own, or not; of model!.forward(x) it keeps the model.</summary>
    public static IOperation? PartAt(IOperation operation, SyntaxNode syntax)
    {
        // There is no operation for parentheses either.
        while (syntax is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            syntax = syntax is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : ((PostfixUnaryExpressionSyntax)syntax).Operand;
        }

        foreach (IOperation child in operation.ChildOperations)
        {
            if (child.Syntax == syntax)
            {
                return child;
            }

            // x.Sum().Log() has x.Sum().Log between the call and x.Sum().
            if (child.Kind == OperationKind.None || child.Syntax == syntax.Parent)
            {
                foreach (IOperation part in child.ChildOperations)
                {
                    if (part.Syntax == syntax)
                    {
                        return part;
                    }
                }
            }
        }

        return null;
    }
}

/// <summary>An argument as it is written.</summary>
/// <param name="Name">Its parameter, where that is known or written.</param>
/// <param name="Ordinal">The place of its parameter, or its own.</param>
/// <param name="Value">The expression.</param>
internal readonly record struct WrittenArgument(string? Name, int Ordinal, IOperation Value);
