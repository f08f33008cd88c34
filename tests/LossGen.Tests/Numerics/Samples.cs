using System;
using System.Collections.Generic;

namespace LossGen.Tests.Numerics;

/// <summary>Doubles at which elementary functions go wrong, and seeded random ones.</summary>
internal static class Samples
{
    // Overflow, underflow and switching points of the functions under test, and of the formulas one is tempted to use.
    private static readonly double[] Landmarks =
    [
        0.5, 1, 2, 0.75, 0.25, 1.5, 3, 10, 20, 36.7, 37, 37.4, 38, 100, 1e5, 1e10,
        Math.Log(2), Math.Log(2) / 2, 3 * Math.Log(2) / 2, 5 * Math.Log(2) / 2, Math.E, Math.Sqrt(2), Math.Sqrt(0.5), Math.Sqrt(2) - 1, 1 - Math.Sqrt(0.5),
        707, 708.3964185322641, 709.0895657128241, 709.782712893384, 710, 744.4400719213812, 745.1332191019411, 745.1332191019412, 746,
        54, 55, 1022, 1023, 1024, 16, 17, 307.9, 308.2547155599167, 308.3, 309,
    ];

    /// <summary>About 17 000 doubles of both signs; a multiple of 16 of them.</summary>
    public static double[] Doubles()
    {
        var values = new List<double> { 0, double.PositiveInfinity, double.NaN, double.MaxValue };
        for (int n = -1074; n <= 1023; n++)
        {
            AddNeighbours(values, Math.ScaleB(1, n), 1);
        }

        foreach (double landmark in Landmarks)
        {
            AddNeighbours(values, landmark, 4);
        }

        var random = new Random(20);
        for (int i = 0; i < 1000; i++)
        {
            values.Add(BitConverter.Int64BitsToDouble(random.NextInt64(0, long.MaxValue)));
            values.Add(random.NextDouble() * 750);
            values.Add(random.NextDouble() * 40);
            values.Add(random.NextDouble() * 2);
            values.Add(Math.Pow(random.NextDouble(), 4));
            values.Add(1 + (random.NextDouble() - 0.5) * 1e-3);
        }

        int count = values.Count;
        for (int i = 0; i < count; i++)
        {
            values.Add(-values[i]);
        }

        while (values.Count % 16 != 0)
        {
            values.Add(random.NextDouble());
        }

        return [.. values];
    }

    private static void AddNeighbours(List<double> values, double center, int steps)
    {
        double below = center;
        double above = center;
        values.Add(center);
        for (int i = 0; i < steps; i++)
        {
            values.Add(below = Math.BitDecrement(below));
            values.Add(above = Math.BitIncrement(above));
        }
    }
}
