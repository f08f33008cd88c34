using LossGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Evidence;

/// <summary>
/// Names of the sequences that a lambda walks over: in <c>expected.Zip(actual, (e, a) => …)</c>, e is of what is expected. The parameters of
/// lambdas, and the variables of loops, have short names, and what they stand for is said beside them.
/// </summary>
internal static class SequenceNames
{
    /// <summary>The name of the parameter with that of what it walks over, where that is written beside the lambda.</summary>
    public static string Of(IParameterSymbol parameter) => SequenceOf(parameter) is { } sequence ? parameter.Name + " " + sequence : parameter.Name;

    /// <summary>The name of the variable with that of what a <c>foreach</c> walks over, where it is one's.</summary>
    public static string Of(ILocalSymbol variable) =>
        variable.DeclaringSyntaxReferences is { Length: 1 } references && references[0].GetSyntax() is ForEachStatementSyntax loop && NameOf(loop.Expression) is { } sequence ? variable.Name + " " + sequence : variable.Name;

    /// <summary>The name of what a part of a pair is of: <c>First</c> in <c>expected.Zip(actual).Select(pair => pair.First …)</c>.</summary>
    public static string? OfPart(string member, IParameterSymbol pair)
    {
        int place = PlaceOf(member);
        return place >= 0 && LambdaArgument.Of(pair)?.Call is { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax zip } } && IsNamed(zip, "Zip") ? NameAt(zip, place, except: null) : null;
    }

    /// <summary>Whether a member is a part of a pair.</summary>
    public static bool IsPart(string? member) => PlaceOf(member) >= 0;

    private static int PlaceOf(string? member) => member switch
    {
        "First" or "Item1" => 0,
        "Second" or "Item2" => 1,
        _ => -1,
    };

    /// <summary>The name of what a lambda's parameter walks over, where that is written beside the lambda.</summary>
    public static string? SequenceOf(IParameterSymbol parameter) =>
        LambdaArgument.Of(parameter) is var (lambda, call) && !IsNamed(call, "Aggregate") ? NameAt(call, parameter.Ordinal, lambda) : null;

    // The receiver counts first, where it has the name of a value, and the lambda does not count.
    private static string? NameAt(InvocationExpressionSyntax call, int place, ArgumentSyntax? except)
    {
        if (call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && !IsType(receiver))
        {
            if (place == 0)
            {
                return NameOf(receiver);
            }

            place--;
        }

        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (argument != except && place-- == 0)
            {
                return NameOf(argument.Expression);
            }
        }

        return null;
    }

    // Enumerable.Zip(expected, actual, …)
    private static bool IsType(ExpressionSyntax expression) => expression is IdentifierNameSyntax { Identifier.ValueText: "Enumerable" };

    private static bool IsNamed(InvocationExpressionSyntax call, string name) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } && called == name;

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax element => NameOf(element.Expression),
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        _ => null,
    };
}
