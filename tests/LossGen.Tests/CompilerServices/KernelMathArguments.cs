using System;
using System.Collections.Generic;

namespace LossGen.Tests.CompilerServices;

/// <summary>The arguments that generated code calls KernelMath with.</summary>
internal static class KernelMathArguments
{
    public static double[] Maxima { get; } = [0, 1e-30, -1e-3, 0.7, 3.3, -17, 88.5, 1e4, -123456.7, 3e8, 1.7e20, -1e30, 3e38];

    /// <summary>Numbers below 0 of every size, and the places where a power of two ends.</summary>
    public static IEnumerable<double> Exponents()
    {
        var random = new Random(5);
        for (int i = 0; i < 2000; i++)
        {
            yield return -Math.ScaleB(1 + random.NextDouble(), random.Next(-60, 7));
            yield return -Math.Log(2) * (random.Next(0, 150) + 0.5) * (1 + (random.NextDouble() * 1e-6));
        }

        yield return -1e-40;
        yield return -103.9;
        yield return -1e30;
    }

    /// <summary>A maximum and something below it: near, at any distance, and as far below as there are numbers.</summary>
    public static IEnumerable<(double X, double Max)> Pairs()
    {
        var random = new Random(6);
        foreach (double top in Maxima)
        {
            float max = (float)top;
            for (int i = 0; i < 150; i++)
            {
                yield return (Math.Min((float)(max - (110 * random.NextDouble())), max), max);
                yield return (Math.Min((float)(max - Math.ScaleB(1 + random.NextDouble(), random.Next(-40, 120))), max), max);
                yield return (Math.Min((float)(-max * random.NextDouble()), max), max);
            }

            yield return (float.MinValue, max);
            yield return (max, max);
        }
    }
}
