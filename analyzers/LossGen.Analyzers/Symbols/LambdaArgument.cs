using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Symbols;

/// <summary>A lambda that is written as an argument of a call.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="Call">The call.</param>
internal sealed record LambdaArgument(ArgumentSyntax Argument, InvocationExpressionSyntax Call)
{
    /// <summary>The lambda of a parameter, or null where it is no lambda's or the lambda stands somewhere else.</summary>
    public static LambdaArgument? Of(IParameterSymbol parameter) =>
        parameter is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction, DeclaringSyntaxReferences: { Length: 1 } references } }
        && references[0].GetSyntax() is { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument }
            ? new LambdaArgument(argument, call)
            : null;
}
