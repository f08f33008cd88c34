using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Lowering;

/// <summary>What a function returns at one of its returns.</summary>
/// <param name="Value">The result there.</param>
/// <param name="Condition">Under which condition it is reached where none of the earlier ones is; null where nothing is asked, unknown where it is too much to say.</param>
internal readonly record struct Returned(Value Value, Value? Condition)
{
    /// <summary>What several returns are together: "if (c) return a; return b;" is c ? a : b.</summary>
    public static Value? Joined(ImmutableArray<Returned> all)
    {
        Value? result = null;
        for (int i = all.Length - 1; i >= 0; i--)
        {
            result = result is null ? all[i].Value : Canonical.Build(Op.Choose, all[i].Condition ?? Value.Unknown, all[i].Value, result);
        }

        return result;
    }
}
