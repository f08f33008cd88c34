using System.Collections.Immutable;
using LossGen.Analyzers.Knowledge;
using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Binding;

/// <summary>
/// Reads code of which a type is missing, as in a file that is looked at without its libraries. The compiler gives up there; what is
/// read, indexed and called is written down all the same. Anything half-typed is left alone.
/// </summary>
internal static class Missing
{
    public static bool Is(IOperation operation) => operation.Kind == OperationKind.Invalid && !operation.Syntax.ContainsDiagnostics;

    /// <summary>A field, property or variable that nobody declares, and what it is read of where that is written.</summary>
    public static (string Name, IOperation? Instance)? MemberOf(IOperation operation) => !Is(operation) ? null : operation.Syntax switch
    {
        IdentifierNameSyntax name => (name.Identifier.ValueText, null),
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access when WrittenCall.PartAt(operation, access.Expression) is { } instance => (name.Identifier.ValueText, instance),
        _ => null,
    };

    /// <summary>The name of what a member is called on, where nobody declares it: <c>NumOps</c>, or the type of such a variable.</summary>
    public static string? NameOf(IOperation? on) =>
        on is { Syntax: IdentifierNameSyntax name, Kind: OperationKind.Invalid or OperationKind.None }
            ? name.Identifier.ValueText
            : (on?.Type as IErrorTypeSymbol)?.Name;

    /// <summary>The call of a function of a collection of operations that nobody declares.</summary>
    public static WrittenCall? Operation(IOperation operation) =>
        Is(operation) && WrittenCall.Of(operation) is { } call && NameOf(call.On ?? call.Receiver) is { } name
            && OperationsOfOneType.IsNamedSo(name)
            ? call
            : null;

    /// <summary>What is indexed, and by what.</summary>
    public static (IOperation Array, ImmutableArray<IOperation> Indices)? ElementOf(IOperation operation)
    {
        if (!Is(operation) || operation.Syntax is not ElementAccessExpressionSyntax access || WrittenCall.PartAt(operation, access.Expression) is not { } array)
        {
            return null;
        }

        return ArgumentsOf(operation, access.ArgumentList.Arguments) is { IsEmpty: false } indices ? (array, indices) : null;
    }

    /// <summary>The methods that a call can mean, where its arguments kept the compiler from saying which.</summary>
    public static ImmutableArray<IMethodSymbol> Candidates(IOperation call, int arguments)
    {
        var candidates = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (ISymbol candidate in call.SemanticModel?.GetSymbolInfo(call.Syntax).CandidateSymbols ?? ImmutableArray<ISymbol>.Empty)
        {
            if (candidate is IMethodSymbol method && method.Parameters.Length == arguments)
            {
                candidates.Add(method);
            }
        }

        return candidates.ToImmutable();
    }

    private static ImmutableArray<IOperation>? ArgumentsOf(IOperation operation, SeparatedSyntaxList<ArgumentSyntax> written)
    {
        var arguments = ImmutableArray.CreateBuilder<IOperation>(written.Count);
        foreach (ArgumentSyntax argument in written)
        {
            if (WrittenCall.PartAt(operation, argument.Expression) is not { } child)
            {
                return null;
            }

            arguments.Add(child);
        }

        return arguments.ToImmutable();
    }
}
