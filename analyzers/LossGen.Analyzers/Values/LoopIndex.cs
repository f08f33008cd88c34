using System.Collections.Immutable;

namespace LossGen.Analyzers.Values;

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

    /// <summary>Whether the value depends on any loop's variable.</summary>
    public static bool Mentions(Value value) => Shape.Any(value, part => part.Is(Op.LoopVariable));

    private static bool HasConstantOffset(Value index) =>
        index.Op is Op.Add or Op.Sub && (index.Args[0].Is(Op.Const) || index.Args[1].Is(Op.Const)
            || HasConstantOffset(index.Args[0]) || HasConstantOffset(index.Args[1]));
}
