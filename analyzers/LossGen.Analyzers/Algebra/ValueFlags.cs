using System;

namespace LossGen.Analyzers.Algebra;

/// <summary>What a library promises, or fails to promise, about the way it computes a value.</summary>
[Flags]
internal enum ValueFlags : ushort
{
    None = 0,

    /// <summary>Computed by the textbook formula, with the rounding that the function exists to avoid.</summary>
    Naive = 1,

    /// <summary>A softmax that does not subtract the maximum.</summary>
    Unshifted = 2,

    /// <summary>Writes its result over its receiver.</summary>
    InPlace = 4,

    /// <summary>The running maximum of a loop that started from a number other logits may all lie below.</summary>
    StartedHigh = 8,

    /// <summary>A softmax from which such a maximum was subtracted.</summary>
    ShiftedFromHigh = 16,

    /// <summary>A softmax from which something was subtracted that is not the row's maximum.</summary>
    ShiftedByOther = 32,

    /// <summary>A softmax of a row from which the maximum of all rows was subtracted.</summary>
    ShiftedByBatch = 64,

    /// <summary>What a loop left in memory of which it wrote one row: the rest may hold anything.</summary>
    OneRow = 128,

    /// <summary>A sigmoid that is as small as a number can be before it is 0.</summary>
    Gradual = 256,

    /// <summary>What a new array holds: zeros.</summary>
    Zeros = 512,

    /// <summary>What memory held before a loop that names it by one index only, whatever that is.</summary>
    OnePlace = 1024,
}
