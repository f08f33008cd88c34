using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Summaries;

/// <summary>
/// The type of the last object in a list of objects that a type makes for itself, in an initializer or in its constructor: the layer
/// that a network ends in.
/// </summary>
internal sealed class Chains
{
    private readonly EngineSession session;
    private readonly ConcurrentDictionary<ISymbol, ITypeSymbol?> known = new(SymbolEqualityComparer.Default);

    public Chains(EngineSession session) => this.session = session;

    /// <param name="member">The field or property that holds the list.</param>
    /// <param name="cancellation">Stops it.</param>
    public ITypeSymbol? LastOf(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        if (!known.TryGetValue(member, out ITypeSymbol? type))
        {
            type = Find(member, cancellation) is { } last
                && session.Bodies.Of(last, cancellation)?.Type is { TypeKind: not TypeKind.Error } made ? made : null;
            known.TryAdd(member, type);
        }

        return type;
    }

    // Whoever else adds to the list may add anything.
    private static ExpressionSyntax? Find(ISymbol member, CancellationToken cancellation)
    {
        ExpressionSyntax? last = null;
        foreach (SyntaxReference part in member.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (SyntaxNode node in part.GetSyntax(cancellation).DescendantNodes())
            {
                switch (node)
                {
                    case VariableDeclaratorSyntax { Initializer.Value: var initial } when node.Parent?.Parent is FieldDeclarationSyntax && IsOf(member, node):
                        last = LastItem(initial);
                        break;
                    case PropertyDeclarationSyntax { Initializer.Value: var initial } when IsOf(member, node):
                        last = LastItem(initial);
                        break;
                    case AssignmentExpressionSyntax { Right: var made } assignment when Names(assignment.Left, member):
                        if (!IsAlwaysDoneInConstructor(node))
                        {
                            return null;
                        }

                        last = LastItem(made);
                        break;
                    case InvocationExpressionSyntax call when Change(call, member) is { } change:
                        if (change != "Add" || node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null)
                        {
                            return null;
                        }

                        last = IsAlwaysDoneInConstructor(node) ? call.ArgumentList.Arguments[0].Expression as ObjectCreationExpressionSyntax : null;
                        break;
                }
            }
        }

        return last;
    }

    // layers.Add(…): what a call does to the list
    private static string? Change(InvocationExpressionSyntax call, ISymbol member) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var list, Name.Identifier.ValueText: var name } && Names(list, member)
            && name is "Add" or "Insert" or "AddRange" or "Clear" or "Remove" or "RemoveAt" ? name : null;

    private static bool IsOf(ISymbol member, SyntaxNode declaration) => member.DeclaringSyntaxReferences.Any(reference =>
        reference.Span == declaration.Span && reference.SyntaxTree == declaration.SyntaxTree);

    private static bool Names(ExpressionSyntax expression, ISymbol member) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == member.Name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText == member.Name,
        _ => false,
    };

    // new List<Layer> { new Dense(), new Softmax() }, new Layer[] { … }, [ … ]
    private static ExpressionSyntax? LastItem(ExpressionSyntax list)
    {
        ExpressionSyntax? item = list switch
        {
            BaseObjectCreationExpressionSyntax { Initializer.Expressions: var items } => items.LastOrDefault(),
            ArrayCreationExpressionSyntax { Initializer.Expressions: var items } => items.LastOrDefault(),
            ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var items } => items.LastOrDefault(),
            InitializerExpressionSyntax { Expressions: var items } => items.LastOrDefault(),
            CollectionExpressionSyntax { Elements: var elements } => (elements.LastOrDefault() as ExpressionElementSyntax)?.Expression,
            _ => null,
        };
        return item as ObjectCreationExpressionSyntax;
    }

    private static bool IsAlwaysDoneInConstructor(SyntaxNode node) =>
        node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is ConstructorDeclarationSyntax
        && node.Ancestors().TakeWhile(parent => parent is not BaseMethodDeclarationSyntax).All(parent =>
            parent is not (IfStatementSyntax or SwitchStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
                or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax));
}
