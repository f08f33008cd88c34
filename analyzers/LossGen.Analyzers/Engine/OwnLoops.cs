using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Engine;

/// <summary>Recognises methods that run their last argument in a loop: <c>Parallel.For</c>, and a program's own with integers for limits.</summary>
internal static class OwnLoops
{
    /// <summary>Whether the method is a loop over numbers or elements, whose body is its last parameter.</summary>
    public static bool Contains(IMethodSymbol method, CancellationToken cancellation) =>
        method is { Name: "For" or "ForEach", ContainingType: { Name: "Parallel", ContainingNamespace.Name: "Tasks" } }
        || IsOwn(method, cancellation);

    // Integers only, so that nothing but the counter can be what the body gets.
    private static bool IsOwn(IMethodSymbol method, CancellationToken cancellation)
    {
        if (!method.ReturnsVoid || method.IsVirtual || method.Parameters.Length < 2
            || method.DeclaringSyntaxReferences.Length != 1
            || method.Parameters[method.Parameters.Length - 1] is not
                { Type: INamedTypeSymbol { DelegateInvokeMethod: { ReturnsVoid: true, Parameters: [{ Type.SpecialType: SpecialType.System_Int32 }] } } } body
            || !method.Parameters.Take(method.Parameters.Length - 1).All(limit => limit.Type.SpecialType == SpecialType.System_Int32))
        {
            return false;
        }

        SyntaxNode declaration = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        return declaration.DescendantNodes().Any(node => Runs(node, body.Name)
            && node.Ancestors().TakeWhile(outer => outer != declaration).Any(outer => Counts(outer, node)));
    }

    // body(i), body.Invoke(i), or body handed on to Parallel.For
    private static bool Runs(SyntaxNode node, string body) => node switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText == body,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Expression: IdentifierNameSyntax name } } =>
            name.Identifier.ValueText == body,
        ArgumentSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText == body,
        _ => false,
    };

    // What the body gets must change from pass to pass: a loop that tries the same number again is none over numbers.
    private static bool Counts(SyntaxNode outer, SyntaxNode run) => outer switch
    {
        ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax =>
            run is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var number }] }
            && number.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => Changes(outer, name.Identifier.ValueText)),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "For", Expression: var home }
        } => home.ToString().EndsWith("Parallel", StringComparison.Ordinal),
        _ => false,
    };

    private static bool Changes(SyntaxNode loop, string name) => loop.DescendantNodes().Any(node => node switch
    {
        PrefixUnaryExpressionSyntax prefix => prefix.OperatorToken.Text is "++" or "--" && Is(prefix.Operand, name),
        PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken.Text is "++" or "--" && Is(postfix.Operand, name),
        AssignmentExpressionSyntax assignment => Is(assignment.Left, name),
        _ => false,
    });

    private static bool Is(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax it && it.Identifier.ValueText == name;
}
