using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Analyzers.Algebra;
using LossGen.Analyzers.Binding;
using LossGen.Analyzers.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Analyzers.Summaries;

/// <summary>
/// What a field or a property holds that is written in one place only: an epsilon, a loss, a layer. Of one that other types may write, no number is
/// believed, but a model and an epsilon are: nobody replaces them by another kind.
/// </summary>
internal sealed class FieldValues
{
    // An initializer is short, and what it calls is a factory.
    private const int MostCalls = 2;

    private readonly EngineSession session;
    private readonly ConcurrentDictionary<(ISymbol Member, ISymbol Within, int Left), Value?> known = new(MemberAndDepth.Comparer);

    public FieldValues(EngineSession session) => this.session = session;

    /// <param name="member">The field or property.</param>
    /// <param name="within">The type of what it is read from, which may have set it in a constructor.</param>
    /// <param name="depth">How deep calls may still go.</param>
    /// <param name="cancellation">Stops it.</param>
    public Value? ValueOf(ISymbol member, ITypeSymbol? within, CallDepth depth, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        if (member is IFieldSymbol { IsConst: true } or IPropertySymbol { IsAbstract: true } or IPropertySymbol { IsOverride: true } || member.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        int left = Math.Min(MostCalls, depth.Left - 1);
        depth.Took(MostCalls + 1, cut: left < MostCalls);
        if (left < 0)
        {
            return null;
        }

        (ISymbol, ISymbol, int) key = (member, within?.OriginalDefinition ?? member.ContainingType, left);
        if (!known.TryGetValue(key, out Value? value))
        {
            value = Find(member, within?.OriginalDefinition, new CallDepth(left), cancellation);
            known.TryAdd(key, value);
        }

        return value;
    }

    private Value? Find(ISymbol member, ITypeSymbol? within, CallDepth depth, CancellationToken cancellation)
    {
        ExpressionSyntax? only = member.DeclaringSyntaxReferences[0].GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } initial } => initial,
            PropertyDeclarationSyntax { Initializer.Value: { } initial } => initial,
            _ => null,
        };

        SyntaxNode[] writes = [.. WritesOf(member, within, cancellation)];
        if (AddedBy(member, writes) is { } added)
        {
            return Sum(added, depth, cancellation);
        }

        foreach (SyntaxNode node in writes)
        {
            if (only is not null || node is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: not ElementAccessExpressionSyntax } assignment)
            {
                return null;
            }

            only = assignment.Right;
        }

        Value? value = only is null ? null : Evaluate(only, member, depth, cancellation);
        return value is { Op: Op.Instance or Op.Leaf } || (value is { Op: Op.Const } && Shape.IsGuard(value))
            || member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { IsReadOnly: true }
                or { DeclaredAccessibility: Accessibility.Private } ? value : null;
    }

    // "sum += v;" in a method that adds one number, and perhaps "sum = 0;" in another: what is added, call by call.
    private static ExpressionSyntax? AddedBy(ISymbol member, SyntaxNode[] writes)
    {
        if (member is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private }
            || writes.OfType<AssignmentExpressionSyntax>().Where(write => write.IsKind(SyntaxKind.AddAssignmentExpression)).ToArray() is not [{ Left: not ElementAccessExpressionSyntax } addition])
        {
            return null;
        }

        var method = addition.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        bool inLoop = addition.Ancestors().TakeWhile(node => node != method).Any(node =>
            node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax);
        return method is not null && !inLoop && writes.All(write => write == addition
            || write is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: LiteralExpressionSyntax } reset && !method.Contains(reset))
            ? addition.Right
            : null;
    }

    private Value? Sum(ExpressionSyntax added, CallDepth depth, CancellationToken cancellation) =>
        session.Bodies.Of(added, cancellation) is { } operation && new Interpreter(session, depth, cancellation).EvaluateAlone(operation) is { Op: not Op.Unknown } value
            ? Value.Of(Op.Sum, value)
            : null;

    // Those of the type that declares the member, and of the types between it and the one that is asked for.
    private IEnumerable<SyntaxNode> WritesOf(ISymbol member, ITypeSymbol? within, CancellationToken cancellation)
    {
        IEnumerable<SyntaxNode> writes = session.Writes.Of(member, cancellation);
        if (member.DeclaredAccessibility == Accessibility.Private)
        {
            return writes;
        }

        IEnumerable<SyntaxNode> inherited = Enumerable.Empty<SyntaxNode>();
        for (INamedTypeSymbol? type = within as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType))
            {
                return writes.Concat(inherited);
            }

            inherited = inherited.Concat(session.Writes.Of(member, type.OriginalDefinition, cancellation));
        }

        return writes;
    }

    private Value? Evaluate(ExpressionSyntax expression, ISymbol member, CallDepth depth, CancellationToken cancellation)
    {
        if (session.Bodies.Of(expression, cancellation) is not { } operation)
        {
            return null;
        }

        Value value = operation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any()
            && Left(expression, member, depth, cancellation) is { } left
            ? left
            : new Interpreter(session, depth, cancellation).EvaluateAlone(operation);

        // A layer, a loss or a number; anything computed from a constructor's parameters belongs to the constructor.
        return value.Op is Op.Const or Op.Instance or Op.Function ? value.At(origin: null)
            : value is { Op: Op.Log, Args: [{ Op: Op.Const }] } ? Shape.Detached(value)
            : value.Is(Op.Leaf) && value.Type is not null ? Value.Leaf(member, member.Name, value.Type, DomainAttributes.Of(member))
            : null;
    }

    // var modules = new List<…> { … }; layers = Sequential(modules): what locals hold, only the body as a whole says.
    private Value? Left(ExpressionSyntax expression, ISymbol member, CallDepth depth, CancellationToken cancellation) =>
        expression.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } node
            && session.Bodies.DeclaredBy(node, cancellation) is IMethodSymbol method
            && session.Summaries.Of(method, depth, cancellation) is { } summary && summary.Fields.TryGetValue(member, out Value? value)
            ? value
            : null;

    private sealed class MemberAndDepth : IEqualityComparer<(ISymbol Member, ISymbol Within, int Left)>
    {
        public static MemberAndDepth Comparer { get; } = new();

        public bool Equals((ISymbol Member, ISymbol Within, int Left) x, (ISymbol Member, ISymbol Within, int Left) y) =>
            x.Left == y.Left && SymbolEqualityComparer.Default.Equals(x.Member, y.Member) && SymbolEqualityComparer.Default.Equals(x.Within, y.Within);

        public int GetHashCode((ISymbol Member, ISymbol Within, int Left) key) => (SymbolEqualityComparer.Default.GetHashCode(key.Member) * 31) + key.Left;
    }
}
