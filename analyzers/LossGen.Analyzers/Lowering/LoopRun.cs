using System.Collections.Generic;
using LossGen.Analyzers.Algebra;
using Microsoft.CodeAnalysis;

namespace LossGen.Analyzers.Lowering;

/// <summary>What a loop writes, as it is named inside the loop.</summary>
internal sealed class LoopRun
{
    public LoopRun(object key)
    {
        Key = key;
        Iteration = Value.Keyed(Op.LoopVariable, (key, string.Empty));
    }

    public object Key { get; }

    /// <summary>How many passes the loop makes at most, where constants say so.</summary>
    public int? Passes { get; init; }

    /// <summary>Where a <c>foreach</c> stands.</summary>
    public Value Iteration { get; }

    /// <summary>The variables written, with the value they have at the start of a pass.</summary>
    public Dictionary<ISymbol, Value> Variables { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The memory written, with what it holds at the start of a pass.</summary>
    public Dictionary<object, Value> Contents { get; } = new();
}
