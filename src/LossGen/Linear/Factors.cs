namespace LossGen.Linear;

/// <summary>Where the numbers of a product C = A·B lie: the distances between them, in elements.</summary>
/// <param name="ARow">From a row of A to the next.</param>
/// <param name="AStep">From an element of a row of A to the next.</param>
/// <param name="BStep">From a row of B to the next; its columns are neighbours.</param>
/// <param name="CRow">From a row of C to the next; its columns are neighbours.</param>
internal readonly record struct Factors(nint ARow, nint AStep, nint BStep, nint CRow);
