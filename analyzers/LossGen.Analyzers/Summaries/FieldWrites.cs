using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Summaries;

/// <summary>
/// The writes of a type's fields and properties, by name: enough to know that there is one; a namesake only makes the field unknown.
/// All parts of a type are walked once for all of its members.
/// </summary>
internal sealed class FieldWrites
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Lazy<ILookup<string, SyntaxNode>>> known = new(SymbolEqualityComparer.Default);

    /// <summary>Where the type itself writes one of its members, or an element of it, in the order of its parts.</summary>
    public IEnumerable<SyntaxNode> Of(ISymbol member, CancellationToken cancellation) => Of(member, member.ContainingType.OriginalDefinition, cancellation);

    /// <summary>Where a type writes a member that it has, or has inherited.</summary>
    public IEnumerable<SyntaxNode> Of(ISymbol member, INamedTypeSymbol type, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return known.GetOrAdd(type, key => new(() => Find(key))).Value[member.Name];
    }

    /// <summary>Whether what is written has no content yet.</summary>
    public static bool MakesRoom(SyntaxNode write) => write is AssignmentExpressionSyntax
    {
        RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
        Right: ArrayCreationExpressionSyntax { Initializer: null } or BaseObjectCreationExpressionSyntax or LiteralExpressionSyntax or DefaultExpressionSyntax or PostfixUnaryExpressionSyntax,
    };

    private static ILookup<string, SyntaxNode> Find(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .SelectMany(part => part.GetSyntax().DescendantNodes())
        .Select(node => (Name: WrittenBy(node), Node: node))
        .Where(write => write.Name is not null)
        .ToLookup(write => write.Name!, write => write.Node, StringComparer.Ordinal);

    /// <summary>The name of what a node writes.</summary>
    private static string? WrittenBy(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => NameOf(assignment.Left),
        ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) => NameOf(argument.Expression),
        PrefixUnaryExpressionSyntax prefix when prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression =>
            NameOf(prefix.Operand),
        PostfixUnaryExpressionSyntax postfix when postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression => NameOf(postfix.Operand),
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax expression)
    {
        while (expression is ElementAccessExpressionSyntax element)
        {
            expression = element.Expression;
        }

        return expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
            _ => null,
        };
    }
}
