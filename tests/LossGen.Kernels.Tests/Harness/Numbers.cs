using System;
using LossGen.Numerics;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>A type of numbers in memory, and its conversions.</summary>
/// <param name="Name">The type as C#.</param>
/// <param name="Narrow">From float, rounded.</param>
/// <param name="Widen">To float.</param>
/// <param name="FractionBits">The bits of its fraction.</param>
/// <param name="LeastStep">The smallest number above 0.</param>
public sealed record Numbers<T>(string Name, Func<float, T> Narrow, Func<T, float> Widen, int FractionBits, double LeastStep)
    where T : unmanaged;

/// <summary>The types that are narrower than the arithmetic.</summary>
public static class Numbers
{
    public static Numbers<Half> OfHalf { get; } = new("System.Half", value => (Half)value, number => (float)number, 10, Math.ScaleB(1, -24));

    public static Numbers<BFloat16> OfBFloat16 { get; } =
        new("LossGen.Numerics.BFloat16", value => (BFloat16)value, number => (float)number, 7, Math.ScaleB(1, -133));
}
