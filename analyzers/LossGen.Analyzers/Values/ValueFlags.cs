using System;

namespace LossGen.Analyzers.Values;

/// <summary>What a library promises, or fails to promise, about the way it computes a value.</summary>
[Flags]
internal enum ValueFlags : byte
{
    None = 0,

    /// <summary>Computed by the textbook formula, with the rounding that the function exists to avoid.</summary>
    Naive = 1,

    /// <summary>A softmax that does not subtract the maximum.</summary>
    Unshifted = 2,

    /// <summary>Writes its result over its receiver.</summary>
    InPlace = 4,
}
