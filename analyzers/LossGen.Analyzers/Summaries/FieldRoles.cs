using System.Collections.Concurrent;
using System.Threading;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Summaries;

/// <summary>
/// What a field or property is for: <c>Forward</c> leaves a softmax in it, <c>Loss</c> reads it. Known only where every method of the
/// class that writes it leaves the same; making room for it does not count as writing.
/// </summary>
internal sealed class FieldRoles
{
    private readonly EngineSession session;
    private readonly ConcurrentDictionary<ISymbol, Value?> known = new(SymbolEqualityComparer.Default);

    public FieldRoles(EngineSession session) => this.session = session;

    public Value? Of(ISymbol? symbol, CallDepth depth, CancellationToken cancellation)
    {
        symbol = symbol?.OriginalDefinition;
        if (symbol is not (IFieldSymbol { IsConst: false } or IPropertySymbol { Parameters.Length: 0 }) || symbol.DeclaringSyntaxReferences.IsEmpty || depth.Left < CallDepth.Most)
        {
            // Only the body under analysis asks: a field that is explained by a field that is explained by a field says nothing.
            return null;
        }

        if (!known.TryGetValue(symbol, out Value? role))
        {
            role = Find(symbol, cancellation);
            known.TryAdd(symbol, role);
        }

        return role;
    }

    private Value? Find(ISymbol symbol, CancellationToken cancellation)
    {
        Value? role = null;
        foreach (SyntaxNode node in session.Writes.Of(symbol, cancellation))
        {
            if (FieldWrites.MakesRoom(node))
            {
                continue;
            }

            if (LeftBy(node, symbol, cancellation) is not { } left || (role is not null && role.Op != left.Op))
            {
                return null;
            }

            role = role is null ? left : left.With(left.Flags | role.Flags);
        }

        return role;
    }

    private Value? LeftBy(SyntaxNode write, ISymbol symbol, CancellationToken cancellation)
    {
        for (SyntaxNode? node = write.Parent; node is not null and not TypeDeclarationSyntax; node = node.Parent)
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
            {
                return session.Bodies.DeclaredBy(node, cancellation) is IMethodSymbol method
                    && session.Summaries.Of(method, new CallDepth(CallDepth.Most - 1), cancellation) is { } summary
                    && summary.Fields.TryGetValue(symbol, out Value? left) ? RoleOf(left, symbol) : null;
            }

            if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            {
                return null;
            }
        }

        return null;
    }

    // Which logits it was computed from, only that method knows; a field that is normalised in place held them itself.
    private static Value? RoleOf(Value left, ISymbol symbol)
    {
        left = Shape.WithoutPlace(left);
        return left.Op is Op.Softmax or Op.Sigmoid or Op.LogSoftmax && !LoopIndex.Mentions(left) && !Shape.Contains(left, Value.Leaf(symbol))
            ? Value.Of(left.Op, Value.Leaf(symbol, name: null)).With(left.Flags)
            : null;
    }
}
