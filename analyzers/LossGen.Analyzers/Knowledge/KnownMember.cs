using System.Collections.Immutable;
using LossGen.Analyzers.Algebra;

namespace LossGen.Analyzers.Knowledge;

/// <summary>One line of a knowledge file: what a member computes.</summary>
/// <param name="Name">The member's name in metadata.</param>
/// <param name="Parameters">The parameters' types as written in the file; default for any overload.</param>
/// <param name="Result">What it computes.</param>
/// <param name="Destination">The ordinal of the parameter it writes the result to, or −1.</param>
/// <param name="IsCallable">Whether it returns a function that computes <paramref name="Result"/>.</param>
/// <param name="Flags">How it computes it.</param>
internal sealed record KnownMember(
    string Name, ImmutableArray<string> Parameters, Template Result, int Destination, bool IsCallable, ValueFlags Flags)
{
    /// <summary>Whether it is known by an attribute, whatever its name.</summary>
    public bool IsKernel => Name == "*";
}
