using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Lowering;

/// <summary>What the body of a loop that is a method is run for.</summary>
/// <param name="Elements">The parameter whose elements it is run for; <see cref="Receiver"/> for what the method is called on; null for numbers.</param>
internal readonly record struct OwnLoop(int? Elements)
{
    public const int Receiver = -1;

    public static OwnLoop Numbers => new(Elements: null);
}

/// <summary>Recognises methods that run their last argument in a loop, over numbers or over elements: <c>Parallel.For</c>, <c>List.ForEach</c>, and a program's own.</summary>
internal sealed class OwnLoops
{
    private readonly ConcurrentDictionary<IMethodSymbol, OwnLoop?> known = new(SymbolEqualityComparer.Default);

    /// <summary>The loop that a method is, or null. Its body is its last parameter.</summary>
    public OwnLoop? Of(IMethodSymbol method, CancellationToken cancellation) =>
        known.GetOrAdd(method.OriginalDefinition, definition => Find(definition, cancellation));

    private static OwnLoop? Find(IMethodSymbol method, CancellationToken cancellation)
    {
        if (!method.ReturnsVoid && method.ContainingType.Name != "Parallel")
        {
            return null;
        }

        switch (method)
        {
            case { Name: "For", ContainingType: { Name: "Parallel", ContainingNamespace.Name: "Tasks" } }:
                return OwnLoop.Numbers;
            case { Name: "ForEach", ContainingType: { Name: "Parallel", ContainingNamespace.Name: "Tasks" } }:
            case { Name: "ForEach", ContainingType.SpecialType: SpecialType.System_Array }:
                return new OwnLoop(0);
            case { Name: "ForEach", IsStatic: false, ContainingType: { Name: "List", ContainingNamespace.Name: "Generic" } }:
                return new OwnLoop(OwnLoop.Receiver);
            default:
                return Own(method, cancellation);
        }
    }

    private static OwnLoop? Own(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.IsVirtual || method.DeclaringSyntaxReferences.Length != 1 || method.Parameters.IsEmpty
            || method.Parameters[method.Parameters.Length - 1] is not { Type: INamedTypeSymbol { DelegateInvokeMethod: { ReturnsVoid: true, Parameters: [var first, ..] } } } body)
        {
            return null;
        }

        // Integers only, so that nothing but the counter can be what the body gets.
        SyntaxNode declaration = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        bool isOfNumbers = first.Type.SpecialType == SpecialType.System_Int32 && method.Parameters.Length > 1
            && method.Parameters.Take(method.Parameters.Length - 1).All(limit => limit.Type.SpecialType == SpecialType.System_Int32);
        foreach (SyntaxNode run in declaration.DescendantNodes().Where(node => Runs(node, body.Name)))
        {
            foreach (SyntaxNode outer in run.Ancestors().TakeWhile(outer => outer != declaration))
            {
                if (isOfNumbers && Counts(outer, run))
                {
                    return OwnLoop.Numbers;
                }

                if (ElementsOf(outer, run) is { } elements && PlaceOf(elements, method) is { } place)
                {
                    return new OwnLoop(place);
                }
            }
        }

        return null;
    }

    // foreach (var item in items) body(item); for (int i = 0; …; i++) body(items[i]);
    private static ExpressionSyntax? ElementsOf(SyntaxNode loop, SyntaxNode run)
    {
        if (run is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var item }, ..] })
        {
            return null;
        }

        return loop switch
        {
            ForEachStatementSyntax each => Is(item, each.Identifier.ValueText) ? each.Expression : null,
            ForStatementSyntax counted => item is ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax counter }] } element
                && Changes(counted, counter.Identifier.ValueText) ? element.Expression : null,
            _ => null,
        };
    }

    private static int? PlaceOf(ExpressionSyntax elements, IMethodSymbol method)
    {
        if (elements is ThisExpressionSyntax)
        {
            return OwnLoop.Receiver;
        }

        return method.Parameters.FirstOrDefault(parameter => Is(elements, parameter.Name))?.Ordinal;
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
