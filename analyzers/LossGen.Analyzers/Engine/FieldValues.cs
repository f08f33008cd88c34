using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using LossGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Analyzers.Engine;

/// <summary>What a field holds that is written in one place only: an epsilon, a loss, a layer.</summary>
internal sealed class FieldValues
{
    // An initializer is short, and what it calls is a factory.
    private const int MostCalls = 2;

    private readonly EngineSession session;
    private readonly ConcurrentDictionary<(IFieldSymbol Field, int Left), Value?> known = new(FieldAndDepth.Comparer);

    public FieldValues(EngineSession session) => this.session = session;

    public Value? ValueOf(IFieldSymbol field, CallDepth depth, CancellationToken cancellation)
    {
        field = field.OriginalDefinition;
        if (field.IsConst || field.DeclaringSyntaxReferences.IsEmpty || (!field.IsReadOnly && field.DeclaredAccessibility != Accessibility.Private))
        {
            return null;
        }

        int left = Math.Min(MostCalls, depth.Left - 1);
        depth.Took(MostCalls + 1, cut: left < MostCalls);
        if (left < 0)
        {
            return null;
        }

        if (!known.TryGetValue((field, left), out Value? value))
        {
            value = Find(field, new CallDepth(left), cancellation);
            known.TryAdd((field, left), value);
        }

        return value;
    }

    private Value? Find(IFieldSymbol field, CallDepth depth, CancellationToken cancellation)
    {
        ExpressionSyntax? only = null;
        if (field.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } initial })
        {
            only = initial;
        }

        foreach (SyntaxNode node in session.Writes.Of(field, cancellation))
        {
            if (only is not null || node is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: not ElementAccessExpressionSyntax } assignment)
            {
                return null;
            }

            only = assignment.Right;
        }

        return only is null ? null : Evaluate(only, field, depth, cancellation);
    }

    private Value? Evaluate(ExpressionSyntax expression, IFieldSymbol field, CallDepth depth, CancellationToken cancellation)
    {
        if (session.Bodies.Of(expression, cancellation) is not { } operation)
        {
            return null;
        }

        Value value = new Interpreter(session, depth, cancellation).EvaluateAlone(operation);

        // A layer, a loss or a number; anything computed from a constructor's parameters belongs to the constructor.
        return value.Op is Op.Const or Op.Instance or Op.Function ? value.At(origin: null)
            : value.Is(Op.Leaf) && value.Type is not null ? Value.Leaf(field, field.Name, value.Type, DomainAttributes.Of(field))
            : null;
    }

    private sealed class FieldAndDepth : IEqualityComparer<(IFieldSymbol Field, int Left)>
    {
        public static FieldAndDepth Comparer { get; } = new();

        public bool Equals((IFieldSymbol Field, int Left) x, (IFieldSymbol Field, int Left) y) =>
            x.Left == y.Left && SymbolEqualityComparer.Default.Equals(x.Field, y.Field);

        public int GetHashCode((IFieldSymbol Field, int Left) key) => (SymbolEqualityComparer.Default.GetHashCode(key.Field) * 31) + key.Left;
    }
}
