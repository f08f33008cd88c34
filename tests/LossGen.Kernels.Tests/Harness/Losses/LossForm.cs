namespace LossGen.Kernels.Tests.Harness.Losses;

/// <summary>How a kernel knows its number of classes, and how its numbers lie in memory.</summary>
public enum LossForm
{
    Rows,

    /// <summary>The number of classes is an argument.</summary>
    AtRunTime,

    /// <summary>The layout is N × classes × inner.</summary>
    Strided,
}
