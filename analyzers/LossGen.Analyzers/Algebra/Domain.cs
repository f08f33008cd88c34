namespace LossGen.Analyzers.Algebra;

/// <summary>What the numbers of a value mean.</summary>
internal enum Domain : byte
{
    Unknown,
    Logits,
    Probabilities,
    LogProbabilities,
    ClassIndices,
}
