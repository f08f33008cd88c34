using System.Collections.Generic;
using LossGen.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace LossGen.Generators.Reading;

/// <summary>What the types of class indices can hold.</summary>
internal static class IndexRange
{
    /// <summary>The values of an index type that a 32-bit lane can hold.</summary>
    public static (long Low, long High) Of(string type) => type switch
    {
        "byte" => (byte.MinValue, byte.MaxValue),
        "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
        "short" => (short.MinValue, short.MaxValue),
        "ushort" => (ushort.MinValue, ushort.MaxValue),
        "uint" => (0, int.MaxValue),
        _ => (int.MinValue, int.MaxValue),
    };

    /// <summary>
    /// Warns of indices that cannot name every class: the last ones are never a target, and a narrowed index is another class.
    /// </summary>
    public static void Check(KernelParameter targets, ClassCount classes, Location place, List<Problem> problems)
    {
        long most = Of(targets.Item).High;
        if (classes.Constant is not { } count || Storage.IsNumber(targets.Item) || most >= count - 1)
        {
            return;
        }

        long unnamed = count - 1 - most;
        string wider = count <= 1 << 15 ? "short or int" : count <= 1 << 16 ? "ushort or int" : "int";
        problems.Add(new Problem(RuleIds.NarrowTargets, place,
            targets.Name, targets.Item, most, unnamed, count, wider)
        {
            IsWarning = true,
            SuggestedType = "global::System.ReadOnlySpan<int>",
        });
    }
}
