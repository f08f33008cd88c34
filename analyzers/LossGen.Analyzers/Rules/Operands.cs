using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Lowering;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Rules;

/// <summary>What a call is made on, as written.</summary>
internal static class Operands
{
    /// <summary>The instance, or the first argument, without parentheses and conversions.</summary>
    public static IOperation? Of(IOperation? call)
    {
        WrittenCall? written = WrittenCall.Of(call);
        IOperation? operand = written?.Receiver is { } receiver && !IsFrom(call!, receiver, First(written)) ? receiver : First(written) ?? OnOf(call, written);
        return operand is null ? null : Terms.Unwrapped(operand);
    }

    /// <summary>The name of the function called.</summary>
    public static string? NameOf(IOperation? call) => call switch
    {
        IInvocationOperation invocation => invocation.TargetMethod.Name,
        { Kind: OperationKind.Invalid, Syntax: InvocationExpressionSyntax } => WrittenCall.Of(call)?.Name,
        _ => null,
    };

    /// <summary>Whether an expression calls a function, also one of a type that is missing.</summary>
    public static bool IsCall(IOperation operation) => NameOf(operation) is not null;

    /// <summary>The body that an operation is part of.</summary>
    public static IOperation BodyOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The calls in the same body whose names begin with "log".</summary>
    public static IEnumerable<IOperation> LogarithmsBeside(IOperation operation) =>
        BodyOf(operation).Descendants().Where(call => NameOf(call)?.StartsWith("Log", StringComparison.OrdinalIgnoreCase) is true);

    /// <summary>Whether the value was computed right there, in the operand of the site.</summary>
    public static bool IsOperand(Site site, Value value) =>
        value.Origin is { } origin && IsCall(origin) && ReferenceEquals(Of(site.Operation)?.Syntax, origin.Syntax);

    /// <summary>The argument, as written, that a part of the known result stands for.</summary>
    public static IOperation? Argument(Site site, int part)
    {
        if (site.Member?.Result.Parts is not { } parts || part >= parts.Length)
        {
            return null;
        }

        Template placeholder = parts[part];
        if (site.Operation is not IInvocationOperation call)
        {
            return placeholder.Kind == TemplateKind.Argument ? WrittenCall.Of(site.Operation)?.Argument(string.Empty, placeholder.Ordinal)
                : placeholder.Kind == TemplateKind.NamedArgument ? WrittenCall.Of(site.Operation)?.Argument(placeholder.Name!)
                : null;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && (placeholder.Kind == TemplateKind.Argument ? parameter.Ordinal == placeholder.Ordinal
                : placeholder.Kind == TemplateKind.NamedArgument && CallFrame.HasRole(parameter, placeholder.Name!)))
            {
                return argument.Value;
            }
        }

        return null;
    }

    // tf.math.log(x): the function is a method of the library's object, and makes of its argument another of the kind.
    private static bool IsFrom(IOperation call, IOperation receiver, IOperation? argument) =>
        argument is { Type: { } type } && SymbolEqualityComparer.Default.Equals(type, call.Type) && !SymbolEqualityComparer.Default.Equals(receiver.Type, call.Type);

    // Probabilities.Log(): what nobody declares may be a type, or a value of one.
    private static IOperation? OnOf(IOperation? call, WrittenCall? written) => call is { Kind: OperationKind.Invalid } ? written?.On : null;

    private static IOperation? First(WrittenCall? call)
    {
        foreach (WrittenArgument argument in call?.Arguments ?? ImmutableArray<WrittenArgument>.Empty)
        {
            if (argument.Ordinal == 0)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
