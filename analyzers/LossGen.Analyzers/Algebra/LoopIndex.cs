using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Algebra;

/// <summary>Questions about index expressions inside loops.</summary>
internal static class LoopIndex
{
    /// <summary>The place of what is added to a list.</summary>
    public static Value Appended { get; } = Value.Leaf(new object());

    /// <summary>Whether an element access [source, indices…] moves with a loop and has no constant distance from where the loop stands.</summary>
    public static bool IsOwnPlace(ImmutableArray<Value> elementArgs)
    {
        bool moves = false;
        for (int i = 1; i < elementArgs.Length; i++)
        {
            if (HasConstantOffset(elementArgs[i]))
            {
                return false;
            }

            moves |= Mentions(elementArgs[i]);
        }

        return moves;
    }

    /// <summary>Whether an element access [source, indices…] moves with one loop, known by its key.</summary>
    public static bool MovesWith(ImmutableArray<Value> elementArgs, object run) => elementArgs.Skip(1).Any(index =>
        Shape.Any(index, part => part.Is(Op.LoopVariable) && RunOf(part.Key!)?.Equals(run) == true));

    private static object? RunOf(object variable) => variable switch
    {
        ValueTuple<object, ISymbol> written => written.Item1,
        ValueTuple<object, string> iteration => iteration.Item1,
        _ => null,
    };

    /// <summary>Whether the value depends on any loop's variable.</summary>
    public static bool Mentions(Value value) => Shape.Any(value, part => part.Is(Op.LoopVariable));

    private static bool HasConstantOffset(Value index) =>
        index.Op is Op.Add or Op.Sub && (index.Args[0].Is(Op.Const) || index.Args[1].Is(Op.Const)
            || HasConstantOffset(index.Args[0]) || HasConstantOffset(index.Args[1]));
}
